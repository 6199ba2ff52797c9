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
 * Reads a 7Z once from beginning to end. Its files usually share one compressed block, so reading
 * each by itself would unpack all before it again: quadratic time.
 */
final class SevenZipCheck {
  private SevenZipCheck() {}

  static void open(Path file, Unpacker unpacker, int depth) throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(Unpacker.MEMORY_KIB).get()) {
      InputStream content = new Content(archive);
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpacker.count(depth);
        if (entry.hasStream()) {
          unpacker.drain(content, depth);
        }
      }
    } catch (PasswordRequiredException e) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
  }

  /** The content of the current entry. */
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
