package com.mockhu.dm.chaos.world;

/** What a proxy does with bytes that go one way. */
public enum Direction {
  PASSING,
  /** With a pause before each piece, and in small pieces. */
  SLOW,
  /** Taken and thrown away. */
  SWALLOWED
}
