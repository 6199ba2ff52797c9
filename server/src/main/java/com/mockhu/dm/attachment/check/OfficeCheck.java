package com.mockhu.dm.attachment.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Office files of the newer kind: a ZIP whose list of parts says what it is. */
final class OfficeCheck {
  private static final String PARTS = "[Content_Types].xml";

  private OfficeCheck() {}

  static void check(Path file, Kind kind) throws IOException {
    if (Signature.of(FileCheck.head(file)).orElse(null) == Signature.OLE) {
      LegacyOffice.refuseEncrypted(file);
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    ArchiveCheck.open(file, new Unpacking(file), 1);
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      ContentTypes types = OfficeParts.check(zip, file.toAbsolutePath().getParent());
      if (!types.has(mainPart(kind))) {
        throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
      }
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
}
