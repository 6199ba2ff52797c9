package com.mockhu.dm.file.scan;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection to clamd: the {@code INSTREAM} command, chunks preceded by their length, an empty
 * one at the end, and the verdict. Our own code, because the library (clamav-client 1.0) supports
 * neither Unix sockets nor a time limit for the whole, and drops the message with which clamd ends
 * a stream.
 */
final class Instream {
  private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PING = "zPING\0".getBytes(StandardCharsets.US_ASCII);
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4 * 1024;
  private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

  private Instream() {}

  static Verdict scan(SocketAddress address, Path file) throws IOException {
    try (SocketChannel clamd = SocketChannel.open(address);
        FileChannel content = FileChannel.open(file)) {
      try {
        send(content, clamd);
      } catch (IOException e) {
        // clamd sends a message before it closes the connection on a stream that is too large.
        return verdict(answerAfter(e, clamd));
      }
      return verdict(answer(clamd));
    }
  }

  /** Whether clamd answers a {@code PING}. */
  static boolean answers(SocketAddress address) throws IOException {
    try (SocketChannel clamd = SocketChannel.open(address)) {
      write(clamd, ByteBuffer.wrap(PING));
      return answer(clamd).equals("PONG");
    }
  }

  private static void send(FileChannel content, SocketChannel clamd) throws IOException {
    write(clamd, ByteBuffer.wrap(COMMAND));
    ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
    do {
      chunk.clear().position(Integer.BYTES);
      content.read(chunk);
      chunk.putInt(0, chunk.position() - Integer.BYTES).flip();
      write(clamd, chunk);
    } while (chunk.limit() > Integer.BYTES);
  }

  private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      clamd.write(bytes);
    }
  }

  private static String answerAfter(IOException fault, SocketChannel clamd) throws IOException {
    try {
      return answer(clamd);
    } catch (IOException e) {
      fault.addSuppressed(e);
      throw fault;
    }
  }

  private static String answer(SocketChannel clamd) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(1024);
    while (clamd.read(some.clear()) >= 0) {
      for (int i = 0; i < some.position(); i++) {
        if (some.get(i) == 0) {
          return answer.toString(StandardCharsets.UTF_8);
        }
        answer.write(some.get(i));
      }
      if (answer.size() > LONGEST_ANSWER) {
        throw new IOException("The scanner's reply is too long");
      }
    }
    throw new EOFException("The scanner closed the connection without a verdict");
  }

  /** Only this exact reply means clean; any other one is no verdict. */
  private static Verdict verdict(String answer) {
    Matcher found = FOUND.matcher(answer);
    if (found.matches()) {
      return new Verdict.Infected(found.group(1));
    }
    return answer.equals("stream: OK")
        ? new Verdict.Clean()
        : new Verdict.Unknown("the scanner says: " + answer);
  }
}
