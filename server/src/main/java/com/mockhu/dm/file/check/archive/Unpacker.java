package com.mockhu.dm.file.check.archive;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.type.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Unpacks an archive and the archives in it, counts entries, depth and bytes, and stops at the
 * first limit (behaviour §9).
 */
public final class Unpacker {
  /** Memory of a dictionary; the strongest settings of common programs need 256 MB. */
  static final int MEMORY_KIB = 300 * 1024;

  public static final int MOST_ENTRIES = 10_000;
  public static final long MOST_BYTES = 1L << 30;
  private static final int MOST_TIMES = 100;
  public static final int DEEPEST = 3;

  /** Up to this size the ratio is not checked: small files may be very repetitive. */
  private static final long RATIO_FREE = 1L << 20;

  private final Path folder;
  private final long packed;
  private int entries;
  private long bytes;

  /** {@code archive}: the outermost one; inner ones are unpacked into its folder. */
  Unpacker(Path archive) throws IOException {
    this.folder = archive.toAbsolutePath().getParent();
    this.packed = Files.size(archive);
  }

  void count(int depth) {
    entries++;
    if (entries > MOST_ENTRIES) {
      throw FileRefusal.because(FileReason.ARCHIVE_ENTRIES);
    }
    if (depth > DEEPEST) {
      throw FileRefusal.because(FileReason.ARCHIVE_DEPTH);
    }
  }

  /** Reads an entry to its end, and opens it if it is an archive itself. */
  void drain(InputStream entry, int depth) throws IOException {
    PushbackInputStream in = new PushbackInputStream(entry, Compression.LENGTH);
    byte[] head = in.readNBytes(Compression.LENGTH);
    in.unread(head);
    Optional<Compression> compression = Compression.of(head);
    if (Signature.of(head).filter(Signature::isArchive).isPresent()) {
      inner(in, depth + 1);
    } else if (compression.isPresent()) {
      compression.get().drain(in, this, depth + 1);
    } else {
      copy(in, OutputStream.nullOutputStream());
    }
  }

  private void inner(InputStream in, int depth) throws IOException {
    Path file = Files.createTempFile(folder, "inner", null);
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(in, out);
      }
      ArchiveCheck.open(file, this, depth);
    } finally {
      Files.delete(file);
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[16 * 1024];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      add(count);
      out.write(chunk, 0, count);
    }
  }

  private void add(int count) {
    bytes += count;
    if (bytes > MOST_BYTES) {
      throw FileRefusal.because(FileReason.ARCHIVE_BYTES);
    }
    if (bytes > RATIO_FREE && bytes > packed * MOST_TIMES) {
      throw FileRefusal.because(FileReason.ARCHIVE_RATIO);
    }
  }
}
