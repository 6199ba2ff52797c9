import { DmClient } from '../client/dm-client.js';
import { hostTokens } from './embedding.js';

/** The client of this page. */
export const client = new DmClient(hostTokens ? { name: 'dm-host', tokens: hostTokens } : { name: 'dm' });
