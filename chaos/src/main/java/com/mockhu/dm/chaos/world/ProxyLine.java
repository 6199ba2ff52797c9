package com.mockhu.dm.chaos.world;

import com.mockhu.dm.chaos.client.rest.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;

/** One connection through a proxy. */
final class ProxyLine {
  private static final int PIECE = 16 * 1024;
  private static final int SMALL_PIECE = 512;
  private static final long SLOWNESS_MILLIS = 40;

  private final Proxy proxy;
  private final Socket client;
  private final Socket server;

  ProxyLine(Proxy proxy, Socket client, Socket server) throws SocketException {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  void start() {
    Thread.ofVirtual().start(() -> copy(client, server, true));
    Thread.ofVirtual().start(() -> copy(server, client, false));
  }

  private void copy(Socket from, Socket to, boolean isRequest) {
    try {
      InputStream in = from.getInputStream();
      byte[] piece = new byte[PIECE];
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        pass(piece, n, to, isRequest);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      end();
    }
    if (client.isOutputShutdown() && server.isOutputShutdown()) {
      end();
    }
  }

  private void pass(byte[] piece, int length, Socket to, boolean isRequest) throws IOException {
    OutputStream out = to.getOutputStream();
    switch (proxy.direction(isRequest)) {
      case PASSING -> write(out, to, piece, 0, length);
      case SWALLOWED -> {}
      case SLOW -> {
        for (int i = 0; i < length; i += SMALL_PIECE) {
          Pause.millis(SLOWNESS_MILLIS);
          write(out, to, piece, i, Math.min(SMALL_PIECE, length - i));
        }
      }
    }
  }

  /** After the end of the stream no more data is sent. */
  private static void write(OutputStream out, Socket to, byte[] piece, int from, int length)
      throws IOException {
    if (!to.isOutputShutdown()) {
      out.write(piece, from, length);
    }
  }

  void closeHalf() {
    try {
      client.shutdownOutput();
    } catch (IOException e) {
      end();
    }
  }

  void reset() {
    try {
      // Without lingering, closing drops pending data and sends RST.
      client.setSoLinger(true, 0);
      server.setSoLinger(true, 0);
    } catch (SocketException e) {
      // It is closed already.
      proxy.forget(this);
    }
    end();
  }

  void end() {
    proxy.forget(this);
    close(client);
    close(server);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
