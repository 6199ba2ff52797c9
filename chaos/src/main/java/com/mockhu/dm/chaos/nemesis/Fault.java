package com.mockhu.dm.chaos.nemesis;

/** A fault that is injected during a round and removed again. */
public interface Fault {
  /** Runs before any operation. */
  default void prepare() throws Exception {}

  void strike() throws Exception;

  void heal() throws Exception;

  /** After the last look. */
  default void cleanUp() throws Exception {}
}
