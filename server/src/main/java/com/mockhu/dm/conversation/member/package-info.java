/**
 * Owns: who is in which group and with which role (table {@code members}), what a group shows of
 * itself ({@code groups}), and the table of what each role may do.
 *
 * <p>Invariants: every change of a member or a role raises the conversation's {@code
 * members_version}, so a list kept in memory under that version cannot be outdated. A group with
 * members has one owner.
 *
 * <p>Threads: values are immutable, {@link com.mockhu.dm.conversation.member.MemberLists} is safe;
 * statements belong to the caller's transaction.
 *
 * <p>May use: platform.
 */
package com.mockhu.dm.conversation.member;
