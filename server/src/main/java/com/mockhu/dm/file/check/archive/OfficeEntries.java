package com.mockhu.dm.file.check.archive;

import com.mockhu.dm.file.type.Signature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Names in a ZIP by which office files and their macros are recognised. */
final class OfficeEntries {
  private OfficeEntries() {}

  /** Whether a ZIP is an office file, whatever its name says. */
  static boolean isOffice(Path file) throws IOException {
    if (Signature.of(file).orElse(null) != Signature.ZIP) {
      return false;
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      return zip.getEntry("[Content_Types].xml") != null
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
