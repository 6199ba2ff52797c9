/**
 * Attacks on a server with default limits, and their effect on other people.
 *
 * <p>Owns: the attacks and the paced sends of other people. Every attack is bounded in count and
 * time and goes to this machine only. May use: abuse.file, talk, run, wire, measure.
 */
package com.mockhu.dm.bench.abuse;
