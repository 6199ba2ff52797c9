package com.mockhu.dm.platform.health;

/** Checks one dependency. */
@FunctionalInterface
public interface Check {
  /** {@link Dependency#OK}, or one word for what is wrong; may block, and may throw. */
  String word() throws Exception;
}
