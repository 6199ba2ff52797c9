package com.mockhu.dm.chaos.world;

/** The handling of bytes in one direction of a proxy. */
public enum Direction {
  PASSING,
  /** With a pause before each piece, and in small pieces. */
  SLOW,
  /** Taken and thrown away. */
  SWALLOWED
}
