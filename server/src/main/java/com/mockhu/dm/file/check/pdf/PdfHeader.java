package com.mockhu.dm.file.check.pdf;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The beginning of a PDF, before which readers allow other bytes (ISO 32000-2 §7.5.2). */
public final class PdfHeader {
  private static final int LONGEST = 1024;
  private static final String MARK = "%PDF-";

  /** Programs, scripts and pages: with a PDF behind them they would be two kinds at once. */
  private static final List<String> OTHERS = List.of("MZ", "\u007FELF", "#!", "<", "\u00CA\u00FE");

  private PdfHeader() {}

  /**
   * Where a PDF begins in the first 1,024 bytes; -1 where none does. Newlines and the commands of
   * printers stand before it in real files.
   */
  public static int offset(Path file) throws IOException {
    String head = head(file);
    int mark = head.indexOf(MARK);
    if (mark > 0 && OTHERS.stream().anyMatch(withoutMark(head).strip()::startsWith)) {
      throw FileRefusal.because(FileReason.TWO_KINDS);
    }
    return mark;
  }

  /** Of UTF-8, as it looks byte by byte. */
  private static String withoutMark(String head) {
    return head.replace("\u00EF\u00BB\u00BF", "");
  }

  /** One character for each byte. */
  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
