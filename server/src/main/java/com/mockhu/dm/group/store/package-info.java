/**
 * Owns: the tables of invitations, links, bans, and of groups that a client's key has made.
 *
 * <p>Threads: statements belong to the caller's transaction, which holds the group's lock where it
 * changes something.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.group.store;
