package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.check.archive.ArchiveCheck;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.file.type.Signature;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Office files of the newer kind: a ZIP whose list of parts says what it is. */
public final class OfficeCheck {
  private OfficeCheck() {}

  public static void check(Path file, Kind kind) throws IOException {
    if (Signature.of(file).orElse(null) == Signature.OLE) {
      LegacyOffice.refuseEncrypted(file);
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    ArchiveCheck.requireHarmless(file);
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
}
