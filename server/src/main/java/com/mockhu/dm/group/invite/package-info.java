/**
 * Owns: invitations as their people see them: the list, accepting, declining, and their events.
 *
 * <p>May use: group.change, group.store, conversation, feed, people, platform.
 */
package com.mockhu.dm.group.invite;
