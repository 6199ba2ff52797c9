/**
 * Owns: the one folding of text that is searched, used for what is stored and for what is asked.
 *
 * <p>Invariants: folding folded text changes nothing; the time is linear in the length. No state,
 * no threads.
 */
package com.mockhu.dm.platform.text;
