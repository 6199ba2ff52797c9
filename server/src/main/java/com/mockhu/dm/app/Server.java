package com.mockhu.dm.app;

import com.mockhu.dm.platform.settings.Environment;

/** Stub for compiling the tests; the real one comes from main. */
public final class Server {
  public static Server start(Environment environment) {
    return new Server();
  }

  public int port() {
    return 0;
  }

  public void close() {}

  public java.util.List<com.mockhu.dm.platform.http.Route> routes() {
    return java.util.List.of();
  }
}
