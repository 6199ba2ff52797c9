package com.mockhu.dm.bench.abuse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** A plain TCP connection of an attacker, who has another address than other people. */
final class HostileLine implements AutoCloseable {
  private static final byte[] ADDRESS = {127, 0, 0, 66};
  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 30_000;

  private final Socket socket;

  private HostileLine(Socket socket) {
    this.socket = socket;
  }

  static HostileLine to(URI server) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
    socket.setSoTimeout(ANSWER_MILLIS);
    return new HostileLine(socket);
  }

  void write(String text) throws IOException {
    write(text.getBytes(ISO_8859_1));
  }

  void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Waits for the beginning of an answer; empty when the line ended without one. */
  String answer() throws IOException {
    byte[] begin = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    return new String(begin, ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // The connection is already closed.
    }
  }
}
