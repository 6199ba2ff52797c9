/**
 * Owns: the job that erases what is left of deleted groups, and what deleted accounts have sent to
 * groups.
 *
 * <p>Invariants: it may be cut off anywhere and run on several servers at once; numbers and unread
 * counts are right after each of its transactions.
 *
 * <p>Threads: {@code group-erasing}.
 *
 * <p>May use: group.store, message, file, conversation, platform.
 */
package com.mockhu.dm.group.erase;
