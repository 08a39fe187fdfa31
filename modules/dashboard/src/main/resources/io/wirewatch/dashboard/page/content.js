/** What a record holds, as bytes, as text that is laid out, as hex. */

const MOST_HEX_BYTES = 16 * 1024;
const WIDTH = 16;

/**
 * The bytes of a refused record.
 *
 * @param {{content?: string, bytes?: string}} record its content as text, or its bytes in base64
 * @returns {Uint8Array|null} null where it has neither
 */
export function bytesOf({ content, bytes }) {
  if (bytes !== undefined) return Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0));
  return content === undefined ? null : new TextEncoder().encode(content);
}

/** JSON with its lines broken; undefined for what is none. */
export function pretty(content) {
  if (!/^\s*[[{]/.test(content ?? '')) return undefined;
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return undefined; // it only looked like it
  }
}

/** Offset, sixteen bytes, and what of them are letters, a line; of a long record its beginning. */
export function hexDump(bytes) {
  const lines = [];
  const end = Math.min(bytes.length, MOST_HEX_BYTES);
  for (let at = 0; at < end; at += WIDTH) {
    const row = [...bytes.subarray(at, Math.min(end, at + WIDTH))];
    const hex = row.map(byte => byte.toString(16).padStart(2, '0'));
    const halves = `${hex.slice(0, 8).join(' ')}  ${hex.slice(8).join(' ')}`;
    const letters = row.map(byte => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${at.toString(16).padStart(6, '0')}  ${halves.padEnd(WIDTH * 3)}  ${letters}`);
  }
  if (end < bytes.length) lines.push(`… ${bytes.length - end}`);
  return lines.join('\n');
}
