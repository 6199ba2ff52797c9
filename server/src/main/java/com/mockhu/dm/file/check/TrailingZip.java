package com.mockhu.dm.file.check;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Finds a ZIP by the record at its end, whatever comes before it (APPNOTE §4.3.16). */
final class TrailingZip {
  private static final int RECORD = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private TrailingZip() {}

  /**
   * Whether programs that open archives would open the file as one. An archive in the middle does
   * not count: older Word files contain one, and a PDF or RAR may carry one.
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
