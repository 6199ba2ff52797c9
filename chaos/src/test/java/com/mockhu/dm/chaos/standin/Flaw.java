package com.mockhu.dm.chaos.standin;

/** The flaw of a stand-in. */
public enum Flaw {
  NONE,
  /** Says yes, and stores a moment later. */
  ACKNOWLEDGES_BEFORE_COMMIT,
  /** A repeated send is a new one. */
  FORGETS_KEYS,
  /** A change is numbered when it begins, so that one that commits late stands behind cursors. */
  NUMBERS_AT_THE_BEGINNING,
  /** Refuses, and stores all the same. */
  STORES_THE_REFUSED,
  MISCOUNTS_UNREAD,
  SWAPS_NEIGHBOURS,
  SKIPS_A_NUMBER,
  UNDOES_DELETIONS,
  NEVER_COMES_BACK
}
