import { DmFailure } from './failure.js';

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * A token as the host application returned it. A sign-in page, an error page or an empty body is not one.
 *
 * @param {unknown} token
 * @returns {string}
 */
export function checkedToken(token) {
  if (typeof token === 'string' && TOKEN.test(token.trim())) {
    return token.trim();
  }
  throw new DmFailure({ code: 'token_route', status: 0, message: 'The host application returned no access token.' });
}

/**
 * Fetches a token from a route of the host application, which answers with plain text or `{"token": "…"}`.
 *
 * @param {string} url
 * @returns {Promise<string>}
 */
export async function tokenFrom(url) {
  const answer = await fetch(url, { credentials: 'same-origin', cache: 'no-store' }).catch(() => {
    throw DmFailure.network();
  });
  const text = (await answer.text()).trim();
  if (!answer.ok) {
    throw new DmFailure({ code: 'token_route', status: answer.status, message: `The token route answered ${answer.status}.` });
  }
  return checkedToken(text.startsWith('{') ? JSON.parse(text).token : text);
}
