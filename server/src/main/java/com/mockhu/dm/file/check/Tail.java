package com.mockhu.dm.file.check;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The end of a file, by which a ZIP is recognised whatever comes before it (APPNOTE §4.3.16). */
final class Tail {
  private static final int RECORD = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private Tail() {}

  /**
   * Whether programs that open archives would take the file for one. An archive somewhere inside is
   * none: Word keeps one in its older files, and anybody may put one into a PDF or RAR.
   */
  static boolean isArchive(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), RECORD + LONGEST_COMMENT);
      byte[] end = new byte[length];
      in.seek(in.length() - length);
      in.readFully(end);
      for (int at = length - RECORD; at >= 0; at--) {
        if (isRecord(end, at)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isRecord(byte[] end, int at) {
    int comment = end[at + 20] & 0xFF | (end[at + 21] & 0xFF) << 8;
    return end[at] == 'P'
        && end[at + 1] == 'K'
        && end[at + 2] == 5
        && end[at + 3] == 6
        && comment == end.length - at - RECORD;
  }
}
