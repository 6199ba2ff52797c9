/**
 * Owns: the routes of groups, for members and for the host application.
 *
 * <p>May use: group.change, group.rule, group.store, conversation, file, people, platform.
 */
package com.mockhu.dm.group.api;
