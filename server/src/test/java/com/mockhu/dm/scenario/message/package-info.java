/** Sending, reading, syncing and deleting messages, and their receipts. */
package com.mockhu.dm.scenario.message;
