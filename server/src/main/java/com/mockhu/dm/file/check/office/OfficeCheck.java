package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.check.archive.ArchiveCheck;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.type.Signature;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Checks office files of the newer kind: ZIP files whose list of parts names the application. */
public final class OfficeCheck {
  private OfficeCheck() {}

  /** The type of the one part that names the application. */
  public enum Application {
    WORD("wordprocessingml.document.main+xml"),
    EXCEL("spreadsheetml.sheet.main+xml"),
    POWERPOINT("presentationml.presentation.main+xml");

    private final String mainPart;

    Application(String mainPart) {
      this.mainPart = mainPart;
    }
  }

  public static void check(Path file, Application application) throws IOException {
    if (Signature.of(file).orElse(null) == Signature.OLE) {
      LegacyOffice.refuseEncrypted(file);
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    ArchiveCheck.requireHarmless(file);
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      ContentTypes types = OfficeParts.check(zip, file.toAbsolutePath().getParent());
      if (!types.has(application.mainPart)) {
        throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
      }
    }
  }
}
