package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.nio.ByteBuffer;

/** Checks the list of sheets at the beginning of an older workbook (MS-XLS §2.1.7.20.3). */
final class Workbook {
  /** Far more than the list of a thousand sheets needs, with fonts and styles. */
  static final int LONGEST = 8 << 20;

  private static final int HEAD = 4;
  private static final int END = 0x0A;
  private static final int PASSWORD = 0x2F;
  private static final int SHEET = 0x85;
  private static final int SHEET_KIND = 5;
  private static final int MACROS = 1;
  private static final int BASIC = 6;

  private Workbook() {}

  /**
   * @throws com.mockhu.dm.platform.error.ApiException for a sheet of Excel 4 macros, and for a
   *     password
   */
  static void check(ByteBuffer stream) {
    int at = 0;
    while (at + HEAD <= stream.limit()) {
      int record = stream.getShort(at) & 0xFFFF;
      int length = stream.getShort(at + 2) & 0xFFFF;
      if (record == END) {
        return;
      }
      if (record == PASSWORD) {
        throw FileRefusal.because(FileReason.ENCRYPTED);
      }
      if (record == SHEET && at + HEAD + SHEET_KIND < stream.limit()) {
        int kind = stream.get(at + HEAD + SHEET_KIND);
        if (kind == MACROS || kind == BASIC) {
          throw FileRefusal.because(FileReason.MACROS);
        }
      }
      at += HEAD + length;
    }
  }
}
