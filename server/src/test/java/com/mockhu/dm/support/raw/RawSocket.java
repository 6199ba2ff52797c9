package com.mockhu.dm.support.raw;

import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Patience;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An upgraded connection whose frames are written byte by byte (RFC 6455 §5.2). */
public final class RawSocket implements AutoCloseable {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  /** The {@link #closeCode} of a connection that ended without a close frame. */
  public static final int BROKEN = 1006;

  private static final int SMALL_BUFFER = 8 * 1024;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final java.net.Socket line;
  private final DataOutputStream out;
  private final DataInputStream in;

  /** The texts that came while something was awaited. */
  private final List<String> texts = new ArrayList<>();

  private RawSocket(java.net.Socket line) throws IOException {
    this.line = line;
    line.setSoTimeout((int) Patience.LONGEST.toMillis());
    this.out = new DataOutputStream(line.getOutputStream());
    this.in = new DataInputStream(line.getInputStream());
  }

  public static RawSocket of(Person person) {
    return of(person, "");
  }

  /** With {@code more} header lines. */
  public static RawSocket of(Person person, String more) {
    return open(new java.net.Socket(), person, more);
  }

  /** For a reader that stops: the operating system keeps few bytes for it, as on a slow line. */
  public static RawSocket withSmallBuffer(Person person) {
    java.net.Socket line = new java.net.Socket();
    try {
      line.setReceiveBufferSize(SMALL_BUFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open(line, person, "");
  }

  private static RawSocket open(java.net.Socket line, Person person, String more) {
    try {
      int port = person.campus().port();
      line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      RawSocket socket = new RawSocket(line);
      String proof = "Authorization: Bearer " + person.token() + "\r\n" + more;
      socket.bytes(RawHttp.upgradeRequest(Dial.PATH, proof));
      socket.skipHead();
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void skipHead() throws IOException {
    int matched = 0;
    while (matched < 4) {
      int next = in.readUnsignedByte();
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
  }

  public RawSocket says(String text) {
    return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A frame that is not the last of its message. */
  public RawSocket part(int kind, byte[] payload) {
    return frame(kind, payload);
  }

  public RawSocket whole(int kind, byte[] payload) {
    return frame(FINAL | kind, payload);
  }

  private RawSocket frame(int first, byte[] payload) {
    try {
      out.writeByte(first);
      if (payload.length < 126) {
        out.writeByte(MASKED | payload.length);
      } else if (payload.length < 65_536) {
        out.writeByte(MASKED | 126);
        out.writeShort(payload.length);
      } else {
        out.writeByte(MASKED | 127);
        out.writeLong(payload.length);
      }
      // A mask of zeros changes nothing.
      out.writeInt(0);
      out.write(payload);
    } catch (IOException e) {
      // The server has closed meanwhile; its code says why.
      return this;
    }
    return this;
  }

  /** Anything at all, frame or not. */
  public RawSocket bytes(byte[] anything) {
    try {
      out.write(anything);
    } catch (IOException e) {
      return this;
    }
    return this;
  }

  /** Says that nothing more will be sent. */
  public void ends() {
    try {
      line.shutdownOutput();
    } catch (IOException e) {
      // It has broken already, which says the same.
      return;
    }
  }

  /** Reads until the server closes. */
  public int closeCode() {
    try {
      while (true) {
        int kind = in.readUnsignedByte() & 0xf;
        byte[] payload = in.readNBytes(length(in.readUnsignedByte()));
        if (kind == CLOSE) {
          return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        }
        if (kind == TEXT) {
          texts.add(new String(payload, StandardCharsets.UTF_8));
        }
      }
    } catch (EOFException e) {
      return BROKEN;
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("The server did not close", e);
    } catch (IOException e) {
      return BROKEN;
    }
  }

  /** Reads until a text fits. */
  public void awaits(String part) {
    try {
      while (true) {
        int kind = in.readUnsignedByte() & 0xf;
        byte[] payload = in.readNBytes(length(in.readUnsignedByte()));
        String text = new String(payload, StandardCharsets.UTF_8);
        if (kind == TEXT) {
          texts.add(text);
        }
        if (kind == CLOSE) {
          throw new AssertionError("Closed before a frame with " + part);
        }
        if (kind == TEXT && text.contains(part)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new AssertionError("No frame with " + part, e);
    }
  }

  private int length(int second) throws IOException {
    return switch (second) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> second;
    };
  }

  public List<String> texts() {
    return texts;
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
