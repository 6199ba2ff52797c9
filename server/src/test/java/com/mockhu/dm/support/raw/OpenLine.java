package com.mockhu.dm.support.raw;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A TCP connection of a client that takes its time. */
public final class OpenLine implements AutoCloseable {
  private static final int SMALL = 4_096;

  private final Socket line;

  private OpenLine(Socket line) {
    this.line = line;
  }

  public static OpenLine to(Campus campus) {
    try {
      Socket line = new Socket();
      // A small buffer, so that unread bytes wait at the server.
      line.setReceiveBufferSize(SMALL);
      line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), campus.port()));
      line.setSoTimeout((int) Patience.LONGEST.toMillis());
      return new OpenLine(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public OpenLine says(String text) {
    try {
      line.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      line.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until {@code end}, which must come. */
  public String hears(String end) {
    StringBuilder heard = new StringBuilder();
    try {
      while (heard.indexOf(end) < 0) {
        int next = line.getInputStream().read();
        if (next < 0) {
          throw new AssertionError("Closed after: " + heard);
        }
        heard.append((char) next);
      }
      return heard.toString();
    } catch (IOException e) {
      throw new AssertionError("After: " + heard, e);
    }
  }

  /** All that comes until the server closes; that it does not is an error. */
  public String untilClosed() {
    StringBuilder heard = new StringBuilder();
    try {
      for (int next = line.getInputStream().read();
          next >= 0;
          next = line.getInputStream().read()) {
        heard.append((char) next);
      }
      return heard.toString();
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("Still open after: " + heard, e);
    } catch (IOException e) {
      // A reset is an end too.
      return heard.toString();
    }
  }

  @Override
  public void close() {
    try {
      line.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
