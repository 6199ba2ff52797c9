package com.mockhu.dm.file.check.archive;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/**
 * Reads a 7Z from its beginning to its end, once. Its files usually share one compressed block, so
 * that asking for each by itself unpacks all before it again: 9,000 files take 9,000 times as long.
 */
final class SevenZipCheck {
  private SevenZipCheck() {}

  static void open(Path file, Unpacking unpacking, int depth) throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(Unpacking.MEMORY_KIB).get()) {
      InputStream content = new Content(archive);
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpacking.count(depth);
        if (entry.hasStream()) {
          unpacking.drain(content, depth);
        }
      }
    } catch (PasswordRequiredException e) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
  }

  /** That of the entry which the archive is at. */
  private static final class Content extends InputStream {
    private final SevenZFile archive;

    Content(SevenZFile archive) {
      this.archive = archive;
    }

    @Override
    public int read() throws IOException {
      return archive.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return archive.read(bytes, offset, length);
    }
  }
}
