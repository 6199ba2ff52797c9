package com.mockhu.dm.walkthrough.actor;

import java.util.Objects;

/** Checks of the walk-through. */
public final class Check {
  private Check() {}

  public static void same(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new UnexpectedException(what + " should be " + expected + " but is " + actual);
    }
  }

  static void that(boolean isTrue, String sentence) {
    if (!isTrue) {
      throw new UnexpectedException("it should hold that " + sentence);
    }
  }
}
