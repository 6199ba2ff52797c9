package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.format.XmlFile;
import com.mockhu.dm.file.type.Signature;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Checks all parts of an office file, recognised by content and not by name. The archive was
 * checked before, so its size and depth are within the limits.
 */
final class OfficeParts {
  private final ZipFile zip;
  private final ContentTypes types;
  private final Path folder;

  private OfficeParts(ZipFile zip, ContentTypes types, Path folder) {
    this.zip = zip;
    this.types = types;
    this.folder = folder;
  }

  /** {@code folder}: for temporary copies of inner files. */
  static ContentTypes check(ZipFile zip, Path folder) throws IOException {
    ContentTypes types = ContentTypes.of(zip);
    types.refuseActive();
    OfficeParts parts = new OfficeParts(zip, types, folder);
    var entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      parts.check(entries.nextElement());
    }
    return types;
  }

  private void check(ZipArchiveEntry entry) throws IOException {
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
      if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".rels")) {
        Relationships.check(in);
      } else if (types.mayHaveFields(entry.getName())) {
        XmlFile.read(in, new FieldCheck());
      } else {
        checkInner(in);
      }
    }
  }

  private void checkInner(InputStream in) throws IOException {
    in.mark(Signature.LENGTH);
    Optional<Signature> found = Signature.of(in.readNBytes(Signature.LENGTH));
    in.reset();
    boolean isFile =
        found.filter(each -> each == Signature.OLE || each == Signature.ZIP).isPresent();
    if (isFile) {
      Path copy = Files.createTempFile(folder, "inner", null);
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        checkFile(copy, found.get() == Signature.OLE);
      } finally {
        Files.delete(copy);
      }
    }
  }

  private void checkFile(Path file, boolean isOlder) throws IOException {
    if (isOlder) {
      LegacyOffice.checkInner(file);
      return;
    }
    try (ZipFile inner = ZipFile.builder().setPath(file).get()) {
      check(inner, folder);
    }
  }
}
