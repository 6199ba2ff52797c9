package com.mockhu.dm.platform.health;

/** Looks at one thing. */
@FunctionalInterface
public interface Check {
  /** {@link Dependency#OK}, or one word for what is wrong; may block, and may throw. */
  String word() throws Exception;
}
