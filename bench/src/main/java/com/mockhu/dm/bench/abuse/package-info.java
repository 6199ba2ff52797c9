/**
 * Attacks on a server with default limits, and their effect on other people.
 *
 * <p>Owns: the attacks, their files, the paced sends of others. Every attack is bounded in count
 * and time and goes to this machine only. May use: the scenarios' interface, the wire, the
 * measuring.
 */
package com.mockhu.dm.bench.abuse;
