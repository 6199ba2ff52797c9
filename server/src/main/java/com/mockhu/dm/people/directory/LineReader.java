package com.mockhu.dm.people.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads NDJSON line by line. Holds at most {@link #LONGEST} bytes of a line in memory. */
final class LineReader {
  /** In bytes; 25,000 followers fit. */
  static final int LONGEST = 1024 * 1024;

  private static final int CHUNK = 64 * 1024;

  private final InputStream stream;
  private final byte[] chunk = new byte[CHUNK];
  private int position;
  private int end;
  private int number;

  LineReader(InputStream stream) {
    this.stream = stream;
  }

  /**
   * @param number from 1
   * @param json null when the line is too long
   */
  record Line(int number, byte[] json) {
    boolean isBlank() {
      return json != null && new String(json, StandardCharsets.UTF_8).isBlank();
    }
  }

  /** Null at the end. */
  Line next() throws IOException {
    if (!hasMore()) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean isTooLong = false;
    while (hasMore()) {
      int stop = newlineOrEnd();
      isTooLong |= line.size() + stop - position > LONGEST;
      if (!isTooLong) {
        line.write(chunk, position, stop - position);
      }
      position = stop;
      if (stop < end) {
        position++;
        break;
      }
    }
    return new Line(number, isTooLong ? null : line.toByteArray());
  }

  private boolean hasMore() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, stream.read(chunk));
    }
    return position < end;
  }

  private int newlineOrEnd() {
    int stop = position;
    while (stop < end && chunk[stop] != '\n') {
      stop++;
    }
    return stop;
  }
}
