package com.mockhu.dm.chaos.history;

/** Something a client ran into that no fault explains. */
public record Trouble(Kind kind, String what, long at) {
  public enum Kind {
    /** Not served again in time after the fault. */
    STUCK,
    /** An answer that the contract does not know. */
    UNEXPECTED
  }
}
