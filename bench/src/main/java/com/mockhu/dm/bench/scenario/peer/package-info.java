/**
 * The scenario that compares this server with an XMPP server, in turns.
 *
 * <p>Owns: the XMPP people and the two contenders. May use: scenario.page, scenario.crowd, series,
 * talk, run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.peer;
