/* When silences end. Times are milliseconds that the caller reads from its clock. */
const HOUR_MILLIS = 3_600_000;
const MORNING_HOUR = 6;
const MOST_DAYS = 90;
const LENGTHS = { '1h': HOUR_MILLIS, '4h': 4 * HOUR_MILLIS, '24h': 24 * HOUR_MILLIS, '7d': 7 * 24 * HOUR_MILLIS };

/**
 * When a silence ends.
 *
 * @param {string} choice one of 1h, 4h, morning, 24h, 7d, time
 * @param {number} now milliseconds
 * @param {string} [time] of the choice "time": as a `datetime-local` field says it, in the reader's zone
 * @returns {Date | null} the morning is the next six o'clock of the reader's zone; null where no time is given
 */
export function endOf(choice, now, time = '') {
  if (choice === 'time') return time ? new Date(time) : null;
  if (choice !== 'morning') return new Date(now + LENGTHS[choice]);
  const morning = new Date(now);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  if (morning.getTime() <= now) morning.setDate(morning.getDate() + 1);
  return morning;
}

/** What is wrong with such an end: 'none', 'past', 'far', or the empty text. */
export function wrongWith(end, now) {
  if (!end || Number.isNaN(end.getTime())) return 'none';
  if (end.getTime() <= now) return 'past';
  return end.getTime() > now + MOST_DAYS * 24 * HOUR_MILLIS ? 'far' : '';
}

/**
 * Silences by where they stand: those that hold by their end, those to come by their start, the latest over first. One of which it
 * was told what it hid is over, whatever its end says.
 *
 * @param {object[]} entries of the desk, each with a silence
 * @param {number} now milliseconds
 * @returns {{holding: object[], coming: object[], over: object[]}}
 */
export function parted(entries, now) {
  const groups = { holding: [], coming: [], over: [] };
  for (const entry of entries) groups[standingOf(entry.silence, now)].push(entry);
  groups.holding.sort((one, other) => at(one.silence.end) - at(other.silence.end));
  groups.coming.sort((one, other) => at(one.silence.start) - at(other.silence.start));
  groups.over.sort((one, other) => at(other.silence.end) - at(one.silence.end));
  return groups;
}

function standingOf({ start, end, told }, now) {
  if (told || at(end) <= now) return 'over';
  return at(start) <= now ? 'holding' : 'coming';
}

const at = time => Date.parse(time);
