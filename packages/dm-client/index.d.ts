import type { Arrival, ChangeDetail, DmClientOptions, DmClientShape } from './types.js';

export type * from './types.js';

export interface DmClient extends DmClientShape {}

/** The data of a messenger: stored in the browser, shared by all tabs and kept up to date. */
export declare class DmClient extends EventTarget {
  constructor(options?: DmClientOptions);
  addEventListener(
    type: 'change',
    listener: (event: CustomEvent<ChangeDetail>) => void,
    options?: AddEventListenerOptions | boolean,
  ): void;
  /** Fired in the tab that holds the connection. */
  addEventListener(
    type: 'message',
    listener: (event: CustomEvent<Arrival>) => void,
    options?: AddEventListenerOptions | boolean,
  ): void;
  addEventListener(
    type: string,
    callback: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
}

/** Fetches an access token from a route of the host application: plain text, or `{"token": "…"}`. */
export declare function tokenFrom(url: string): Promise<string>;
