/** @typedef {import('./core/context.js').Context} Context */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();
let zone = '';

/** Detects a change of the time zone. Called once per frame, so it compares the offset, which is cheaper than the zone's name. */
export function followZone() {
  const [winter, summer] = [new Date(2026, 0), new Date(2026, 6)].map((each) => each.getTimezoneOffset());
  const now = `${winter} ${summer}`;
  if (now !== zone) formats.clear();
  zone = now;
}

/** Another text in another time zone. */
export const timeZone = () => zone;

/**
 * Creating a format costs about a hundred times as much as using it.
 *
 * @param {Context} ctx
 * @param {string} name
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(ctx, name, options) {
  const key = `${ctx.language.tag} ${name}`;
  const found = formats.get(key) ?? new Intl.DateTimeFormat(ctx.language.tag, options);
  formats.set(key, found);
  return found;
}

/** @param {Date} date */
const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());

/** Calendar days between two dates, so that a day of 23 or 25 hours counts as one. @param {Date} from @param {Date} to */
function daysBetween(from, to) {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000);
}

/** @param {Context} ctx @param {string | Date} time */
export const clock = (ctx, time) => format(ctx, 'clock', { hour: 'numeric', minute: '2-digit' }).format(new Date(time));

/** @param {Context} ctx @param {string | Date} time */
export const exact = (ctx, time) => format(ctx, 'exact', { dateStyle: 'full', timeStyle: 'medium' }).format(new Date(time));

/** Today, yesterday, a weekday or a date. @param {Context} ctx @param {string | Date} time */
export function day(ctx, time, now = new Date()) {
  const date = new Date(time);
  const age = daysBetween(date, now);
  if (age === 0) return ctx.t('today');
  if (age === 1) return ctx.t('yesterday');
  if (age > 1 && age < 7) return format(ctx, 'weekday', { weekday: 'long' }).format(date);
  if (date.getFullYear() === now.getFullYear()) return format(ctx, 'date', { day: 'numeric', month: 'long' }).format(date);
  return format(ctx, 'year', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** For a row of the inbox, where there is little room. @param {Context} ctx @param {string} time */
export function brief(ctx, time, now = new Date()) {
  const date = new Date(time);
  const age = daysBetween(date, now);
  if (age === 0) return clock(ctx, date);
  if (age === 1) return ctx.t('yesterday');
  if (age > 1 && age < 7) return format(ctx, 'weekday short', { weekday: 'short' }).format(date);
  if (date.getFullYear() === now.getFullYear()) return format(ctx, 'short', { day: 'numeric', month: 'short' }).format(date);
  return format(ctx, 'short year', { day: '2-digit', month: '2-digit', year: '2-digit' }).format(date);
}

/** @param {Context} ctx @param {string | null | undefined} time */
export function lastSeen(ctx, time, now = new Date()) {
  if (!time) return '';
  const minutes = Math.floor((now.getTime() - new Date(time).getTime()) / 60_000);
  if (minutes < 1) return ctx.t('seen.now');
  if (minutes < 60) return ctx.t('seen.minutes', { count: minutes });
  const age = daysBetween(new Date(time), now);
  if (age === 0) return ctx.t('seen.today', { time: clock(ctx, time) });
  if (age === 1) return ctx.t('seen.yesterday', { time: clock(ctx, time) });
  return ctx.t('seen.day', { day: brief(ctx, time, now) });
}

/** Two equal strings are one calendar day here. @param {string} time */
export function dayKey(time) {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
