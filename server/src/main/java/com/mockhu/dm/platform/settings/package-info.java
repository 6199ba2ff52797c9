/**
 * Owns: reading the environment (behaviour §10).
 *
 * <p>Invariants: an unknown {@code DM_} name or a bad value stops the start with a sentence;
 * secrets never print.
 */
package com.mockhu.dm.platform.settings;
