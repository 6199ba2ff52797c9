package com.mockhu.dm.bench.wire.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.mockhu.dm.bench.wire.WireException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Reads one address again and again over one connection and throws the bytes away as they come: an
 * HTTP library would take more of the processors than the server that is measured.
 */
public final class Download implements AutoCloseable {
  private static final int BUFFER = 256 * 1024;
  private static final String LENGTH = "content-length:";

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final SocketChannel channel;
  private final byte[] request;

  /** {@code url}: with its query. */
  public Download(URI url) {
    String path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    this.request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
            .formatted(path, url.getAuthority())
            .getBytes(ISO_8859_1);
    try {
      this.channel = SocketChannel.open(new InetSocketAddress(url.getHost(), url.getPort()));
    } catch (IOException e) {
      throw new WireException("No connection to " + url.getAuthority(), e);
    }
  }

  /** Returns the length of the body; any answer but 200 ends the run. */
  public long once() {
    try {
      channel.write(ByteBuffer.wrap(request));
      buffer.clear();
      String head = head();
      if (!head.startsWith("HTTP/1.1 200")) {
        throw new WireException("A download was answered " + head.lines().findFirst().orElse(""));
      }
      long length = length(head);
      for (long left = length - buffer.remaining(); left > 0; ) {
        buffer.clear();
        left -= read();
      }
      return length;
    } catch (IOException e) {
      throw new WireException("A download broke off", e);
    }
  }

  /** Leaves in the buffer what came of the body. */
  private String head() throws IOException {
    while (true) {
      read();
      String text = ISO_8859_1.decode(buffer.duplicate().flip()).toString();
      int end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        buffer.flip().position(end + 4);
        return text.substring(0, end);
      }
    }
  }

  private int read() throws IOException {
    int count = channel.read(buffer);
    if (count < 0) {
      throw new IOException("The server has closed the connection");
    }
    return count;
  }

  private static long length(String head) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, LENGTH, 0, LENGTH.length()))
        .mapToLong(line -> Long.parseLong(line.substring(LENGTH.length()).strip()))
        .findFirst()
        .orElseThrow(() -> new WireException("A download has no length"));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new WireException("A connection could not be closed", e);
    }
  }
}
