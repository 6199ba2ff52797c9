/**
 * Owns: messages as they are stored (table {@code messages}), who may see which, and the view of
 * each viewer.
 *
 * <p>Invariants: the rule on who may see a message stands in {@code MessageAccess} alone, once for
 * Java and once for SQL; the status of a message depends on the viewer.
 *
 * <p>Threads: statements belong to the caller's transaction; everything else is pure or reads
 * caches.
 *
 * <p>May use: file, conversation, people, platform.
 */
package com.mockhu.dm.message.access;
