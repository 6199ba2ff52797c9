package com.mockhu.dm.support.raw;

import com.mockhu.dm.support.time.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Bytes on a plain TCP connection, for what well-behaved clients refuse to send. */
public final class RawHttp {

  private RawHttp() {}

  /** An upgrade request as browsers send it, with {@code more} header lines. */
  public static String upgrade(int port, String pathAndQuery, String more) {
    byte[] request = upgradeRequest(pathAndQuery, more);
    return exchange(port, new String(request, StandardCharsets.ISO_8859_1));
  }

  static byte[] upgradeRequest(String pathAndQuery, String more) {
    return """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        %s\r
        """
        .formatted(pathAndQuery, more)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Sends, and returns the head and the body of the answer. */
  public static String exchange(int port, String request) {
    try (java.net.Socket line = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout((int) Patience.LONGEST.toMillis());
      line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      line.getOutputStream().flush();
      return read(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(java.net.Socket line) throws IOException {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    String text = "";
    while (!isWhole(text)) {
      int count = line.getInputStream().read(buffer);
      if (count < 0) {
        return text;
      }
      got.write(buffer, 0, count);
      text = got.toString(StandardCharsets.UTF_8);
    }
    return text;
  }

  private static boolean isWhole(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    String length = text.substring(0, end).replaceAll("(?is).*content-length: *(\\d+).*", "$1");
    int expected = length.matches("\\d+") ? Integer.parseInt(length) : 0;
    return text.substring(end + 4).getBytes(StandardCharsets.UTF_8).length >= expected;
  }
}
