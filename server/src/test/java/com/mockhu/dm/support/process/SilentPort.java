package com.mockhu.dm.support.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that accepts connections and never answers. */
public final class SilentPort implements AutoCloseable {
  private final ServerSocket socket;

  private SilentPort(ServerSocket socket) {
    this.socket = socket;
  }

  public static SilentPort open() throws IOException {
    return new SilentPort(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  /** A port without a listener. */
  public static int closed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
