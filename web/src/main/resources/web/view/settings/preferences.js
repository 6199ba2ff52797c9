import { SmallStorage } from '../../client/storage/storage.js';

/** @typedef {'system' | 'light' | 'dark'} Theme */

/** Preferences stored only in this browser, each messenger's under its own name. */
export class Preferences {
  #storage = new SmallStorage();
  #name;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
  }

  /** @param {string} key */
  #get(key) {
    return this.#storage.get(`${this.#name}.${key}`);
  }

  /** @param {string} key @param {string} value */
  #put(key, value) {
    this.#storage.put(`${this.#name}.${key}`, value);
  }

  /** @param {string} key @param {boolean} otherwise */
  #flag(key, otherwise) {
    return (this.#get(key) ?? String(otherwise)) === 'true';
  }

  get notifications() {
    return this.#flag('notifications', false) && 'Notification' in window && Notification.permission === 'granted';
  }

  set notifications(on) {
    this.#put('notifications', String(on));
  }

  get previews() {
    return this.#flag('previews', true);
  }

  set previews(on) {
    this.#put('previews', String(on));
  }

  /** Whether Enter sends. By default not where a soft keyboard has no other way to make a new line. */
  get enterSends() {
    return this.#flag('enter', !matchMedia('(hover: none) and (pointer: coarse)').matches);
  }

  set enterSends(on) {
    this.#put('enter', String(on));
  }

  get sound() {
    return this.#flag('sound', true);
  }

  set sound(on) {
    this.#put('sound', String(on));
  }

  /** @returns {Theme} */
  get theme() {
    const kept = this.#get('theme');
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  }

  set theme(next) {
    this.#put('theme', next);
  }

  /** @returns {string | null} */
  get language() {
    return this.#get('language');
  }

  set language(next) {
    this.#put('language', next ?? 'en');
  }

  /** Recently used emoji, latest first. @returns {string[] | null} */
  get emoji() {
    return JSON.parse(this.#get('emoji') ?? 'null');
  }

  set emoji(recent) {
    this.#put('emoji', JSON.stringify(recent));
  }

  /** The modifier of the skin tone, or nothing. @returns {string} */
  get skin() {
    return this.#get('skin') ?? '';
  }

  set skin(next) {
    this.#put('skin', next);
  }
}
