package com.mockhu.dm.app;

/** Starts the server. */
public final class Main {
  private Main() {}

  static void main(String[] arguments) {}
}
