/**
 * Scenarios that read pages of history and of the inbox.
 *
 * <p>Owns: the long conversations and full inboxes that these scenarios create. May use: series,
 * talk, run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.page;
