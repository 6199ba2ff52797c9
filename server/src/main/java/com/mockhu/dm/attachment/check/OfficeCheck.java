package com.mockhu.dm.attachment.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Office files of the newer kind: a ZIP whose list of parts says what it is. */
final class OfficeCheck {
  private static final String PARTS = "[Content_Types].xml";
  private static final int LONGEST_PART = 1 << 20;

  private OfficeCheck() {}

  static void check(Path file, Kind kind) throws IOException {
    if (Signature.of(FileCheck.head(file)).orElse(null) == Signature.OLE) {
      LegacyOffice.refuseEncrypted(file);
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    ArchiveCheck.open(file, new Unpacking(file), 1);
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      String parts = part(zip, zip.getEntry(PARTS));
      if (parts.contains("macroEnabled")
          || parts.contains("vbaProject")
          || parts.contains("macrosheet")) {
        throw FileRefusal.because(FileReason.MACROS);
      }
      if (!parts.contains(mainPart(kind))) {
        throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
      }
      refuseLoading(zip);
    }
  }

  /** The one part whose type names the application. */
  private static String mainPart(Kind kind) {
    return switch (kind) {
      case DOCX -> "wordprocessingml.document.main+xml";
      case XLSX -> "spreadsheetml.sheet.main+xml";
      case PPTX -> "presentationml.presentation.main+xml";
      case JPEG, PNG, GIF, WEBP, PDF, DOC, XLS, PPT, TXT, ZIP, RAR, SEVEN_ZIP, CSV, JSON, XML ->
          throw new IllegalStateException(kind + " is no office file");
    };
  }

  /** What comes from elsewhere brings macros that the file itself does not have. */
  private static void refuseLoading(ZipFile zip) throws IOException {
    var entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".rels")) {
        try (InputStream in = zip.getInputStream(entry)) {
          Relationships.check(in);
        }
      }
    }
  }

  /** Whatever the ZIP is called. */
  static boolean isOffice(Path file) throws IOException {
    if (Signature.of(FileCheck.head(file)).orElse(null) != Signature.ZIP) {
      return false;
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      return zip.getEntry(PARTS) != null
          && (zip.getEntry("word/document.xml") != null
              || zip.getEntry("xl/workbook.xml") != null
              || zip.getEntry("ppt/presentation.xml") != null);
    }
  }

  static boolean isMacro(String entry) {
    String name = entry.toLowerCase(Locale.ROOT).replace('\\', '/');
    return name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/");
  }

  private static String part(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    if (entry == null) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readNBytes(LONGEST_PART);
      boolean isWide =
          text.length > 1 && (text[0] == 0 || text[1] == 0 || (text[0] & 0xFE) == 0xFE);
      return new String(text, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }
  }
}
