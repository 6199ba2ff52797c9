package com.mockhu.dm.people.account;

/**
 * When a listener acts within the transaction that creates, changes or deletes an account. Stages
 * run in the order of this list, which is the order of locks (docs/architecture.md): two
 * transactions that lock in different orders could deadlock. It also keeps rows until all that is
 * found through them has been removed.
 */
public enum AccountStage {
  /** Rows of the person alone, which no other stage reads. */
  OWN_ROWS,
  /** Messages. Locks the conversations through which it finds them. */
  MESSAGES,
  /** Files. Finds them through conversations, and locks their rows after those. */
  FILES,
  /** Conversations. Appends to the feeds of the other participants. */
  CONVERSATIONS,
  /** The account's own feed, to which earlier stages may have appended. */
  FEED,
  /** Sockets. Stores nothing, and closes them after the commit, when all else has been told. */
  SOCKETS
}
