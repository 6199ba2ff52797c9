/**
 * Owns: links by which people join a group.
 *
 * <p>Invariants: a link is judged under the group's lock; one that is not good is answered in the
 * same words whatever the cause.
 *
 * <p>May use: group.change, group.rule, group.store, conversation, platform.
 */
package com.mockhu.dm.group.link;
