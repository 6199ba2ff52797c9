package com.mockhu.dm.file.check.pdf;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the header of a PDF; readers allow other bytes before it (ISO 32000-2 §7.5.2). */
public final class PdfHeader {
  private static final int LONGEST = 1024;
  private static final String MARK = "%PDF-";

  /** First bytes of programs, scripts and pages; with a PDF behind them a file is of two kinds. */
  private static final List<String> OTHERS = List.of("MZ", "\u007FELF", "#!", "<", "\u00CA\u00FE");

  private PdfHeader() {}

  /**
   * The position of the header in the first 1,024 bytes, or -1. Real files have newlines and
   * printer commands before it.
   */
  public static int offset(Path file) throws IOException {
    String head = head(file);
    int mark = head.indexOf(MARK);
    if (mark > 0 && OTHERS.stream().anyMatch(withoutMark(head).strip()::startsWith)) {
      throw FileRefusal.because(FileReason.TWO_KINDS);
    }
    return mark;
  }

  /** Without the byte order mark of UTF-8. */
  private static String withoutMark(String head) {
    return head.replace("\u00EF\u00BB\u00BF", "");
  }

  /** The first bytes, one character for each. */
  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
