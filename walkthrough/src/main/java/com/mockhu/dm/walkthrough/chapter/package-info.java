/**
 * The chapters: the steps of the two people, with the expected response of each.
 *
 * <p>Owns: the words that are sent. Threads: one. May use: actor, the client's {@code http}
 * package.
 */
package com.mockhu.dm.walkthrough.chapter;
