import { t } from './words.js';

/** What a request came back with that is no success. */
export class ApiError extends Error {
  /**
   * @param {number} status of HTTP; 0 where no answer came
   * @param {string} message a sentence for the reader
   * @param {Object} body the answer, as far as it is JSON
   */
  constructor(status, message, body = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.body = body;
  }
}

/* The token against forged requests comes with the session and is sent with what changes something. */
let token = '';
let signedOut = () => {};

/**
 * The server, as JSON.
 *
 * Each returns the answer's body (null where it has none) and throws an {@link ApiError}. An answer 401 tells {@link onSignedOut}.
 * The last argument of each may be `{signal}`.
 */
export const api = {
  get: (path, options) => request('GET', path, undefined, options),
  post: (path, body, options) => request('POST', path, body ?? {}, options),
  delete: (path, options) => request('DELETE', path, undefined, options),
};

/** Is told of an {@link ApiError} 401, whoever asked. */
export function onSignedOut(listener) {
  signedOut = listener;
}

async function request(method, path, body, { signal } = {}) {
  const answer = await sent(method, path, body, signal);
  const content = await read(answer);
  if (answer.ok) {
    if (path === '/api/session' && content?.csrf) token = content.csrf;
    return content;
  }
  const error = new ApiError(answer.status, content?.error ?? `${answer.status} ${answer.statusText}`, content ?? {});
  error.retryAfterSeconds = Number(answer.headers.get('Retry-After')) || undefined;
  if (error.status === 401 && !(method === 'POST' && path === '/api/session')) signedOut(error);
  throw error;
}

async function sent(method, path, body, signal) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers['X-Csrf-Token'] = token;
    headers['Content-Type'] = 'application/json';
  }
  try {
    const content = body === undefined ? undefined : JSON.stringify(body);
    return await fetch(path, { method, headers, body: content, signal, credentials: 'same-origin', cache: 'no-store' });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiError(0, t('api.noAnswer'));
  }
}

async function read(answer) {
  if (answer.status === 204) return null;
  const text = await answer.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    if (answer.ok) throw new ApiError(answer.status, t('api.noJson'));
    return null; // a proxy's page of an error: its status is said instead
  }
}
