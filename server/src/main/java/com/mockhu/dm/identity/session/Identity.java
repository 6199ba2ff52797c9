package com.mockhu.dm.identity.session;

/** Where people and their tokens come from (behaviour §2). */
public enum Identity {
  /** They sign up here. */
  BUILTIN,
  /** The host application has them, and makes their tokens. */
  EXTERNAL
}
