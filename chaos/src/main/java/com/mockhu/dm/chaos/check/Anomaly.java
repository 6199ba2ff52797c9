package com.mockhu.dm.chaos.check;

/** A promise that was broken, and where it shows. */
public record Anomaly(Kind kind, String what) {
  /** The families of broken promises. */
  public enum Kind {
    /** Acknowledged or shown, and gone or changed. */
    LOST,
    /** There, though it was refused or nobody sent it. */
    PHANTOM,
    DUPLICATED,
    REORDERED,
    /** A number is missing in a conversation or in what a device was told. */
    GAP,
    /** Two people, transports or devices were told different things. */
    DIVERGING,
    /** A counter is not the count of what it counts. */
    WRONG_COUNT,
    STUCK,
    UNEXPECTED
  }

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
