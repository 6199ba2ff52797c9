package com.mockhu.dm.chaos.check;

/** A promise that was broken, and where it shows. */
public record Anomaly(Kind kind, String what) {
  /** The families of broken promises. */
  public enum Kind {
    /** An acknowledged or received message is missing or changed. */
    LOST,
    /** A message exists although it was refused or never sent. */
    PHANTOM,
    DUPLICATED,
    REORDERED,
    /** A number is missing in a conversation or in the frames of a device. */
    GAP,
    /** Two people, transports or devices received different states. */
    DIVERGING,
    /** A counter has a wrong value. */
    WRONG_COUNT,
    STUCK,
    UNEXPECTED
  }

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
