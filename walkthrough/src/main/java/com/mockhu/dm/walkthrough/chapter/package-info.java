/**
 * The chapters: what the two people do, and which response is expected at each step.
 *
 * <p>Owns: the words that are sent. Threads: one. May use: actor, the client's {@code http}
 * package.
 */
package com.mockhu.dm.walkthrough.chapter;
