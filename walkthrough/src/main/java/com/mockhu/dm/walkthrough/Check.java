package com.mockhu.dm.walkthrough;

import java.util.Objects;

/** Checks of the walk-through. */
final class Check {
  private Check() {}

  static void same(String what, Object expected, Object actual) {
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
