/**
 * Owns: decisions on groups that need facts alone: names, who may be added, links.
 *
 * <p>Threads: pure.
 *
 * <p>May use: conversation.member, platform.
 */
package com.mockhu.dm.group.rule;
