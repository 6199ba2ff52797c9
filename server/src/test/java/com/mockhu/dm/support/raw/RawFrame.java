package com.mockhu.dm.support.raw;

import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.time.Patience;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** One WebSocket frame written byte by byte (RFC 6455 §5.2), as clients in pieces never send it. */
public final class RawFrame {
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int MASKED_LONG = 0xff;

  private RawFrame() {}

  /** Sends so many bytes of text as one frame, and returns the code the server closes with. */
  public static int closeCodeFor(int bytes, int port, String token) {
    try (java.net.Socket line = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout((int) Patience.LONGEST.toMillis());
      DataOutputStream out = new DataOutputStream(line.getOutputStream());
      out.write(RawHttp.upgradeRequest(Dial.PATH, "Authorization: Bearer " + token + "\r\n"));
      DataInputStream in = new DataInputStream(line.getInputStream());
      skipHead(in);
      write(out, "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
      return awaitClose(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, byte[] payload) throws IOException {
    out.writeByte(TEXT);
    out.writeByte(MASKED_LONG);
    out.writeLong(payload.length);
    // A mask of zeros changes nothing.
    out.writeInt(0);
    out.write(payload);
    out.flush();
  }

  private static void skipHead(DataInputStream in) throws IOException {
    int matched = 0;
    while (matched < 4) {
      int next = in.readUnsignedByte();
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
  }

  private static int awaitClose(DataInputStream in) throws IOException {
    while (true) {
      int kind = in.readUnsignedByte();
      int length = in.readUnsignedByte();
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      if (kind == CLOSE) {
        return in.readUnsignedShort();
      }
      in.skipNBytes(length);
    }
  }
}
