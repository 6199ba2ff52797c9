import { DmClient } from '../client/dm-client.js';

/** The one client of this page. */
export const client = new DmClient({ name: 'dm' });
