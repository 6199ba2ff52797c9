package com.mockhu.dm.chaos.nemesis;

/** What is done to the server in the middle of a round, and undone again. */
public interface Fault {
  /** Before anybody writes. */
  default void prepare() throws Exception {}

  void strike() throws Exception;

  void heal() throws Exception;

  /** After the last look. */
  default void cleanUp() throws Exception {}
}
