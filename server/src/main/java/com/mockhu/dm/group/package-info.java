/**
 * Owns: groups: making and changing them, who is in them and with which role, invitations, links
 * and bans. Its parts are {@code rule} (decisions), {@code store} (tables), {@code change} (what
 * happens to a group), {@code invite}, {@code link} and {@code api}.
 *
 * <p>Invariants: roles, room and consent are judged under the group's row lock; a group with
 * members has one owner; what happens to a group is one transaction with its system messages.
 *
 * <p>Locks: rows of {@code users} of people who may join, then the group's row, then feeds.
 *
 * <p>May use: message, file, conversation, privacy, feed, people, platform.
 */
package com.mockhu.dm.group;
