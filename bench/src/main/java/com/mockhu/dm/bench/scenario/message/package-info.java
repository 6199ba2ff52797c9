/**
 * Scenarios that send, deliver, acknowledge and read single messages.
 *
 * <p>Owns: the scenarios {@code pairs}, {@code rate}, {@code receipts} and {@code slow-reader}. May
 * use: series, talk, run, wire, measure.
 */
package com.mockhu.dm.bench.scenario.message;
