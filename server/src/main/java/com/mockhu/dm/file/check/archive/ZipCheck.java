package com.mockhu.dm.file.check.archive;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.LZMAInputStream;

/** Unpacks every entry of a ZIP. */
final class ZipCheck {
  private static final int LZMA = 14;

  /** In the flags of an entry: its end is marked, and its size may be unknown (APPNOTE §4.4.4). */
  private static final int IS_END_MARKED = 2;

  private ZipCheck() {}

  static void open(Path file, Unpacker unpacker, int depth) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        open(zip, entries.nextElement(), unpacker, depth);
      }
    }
  }

  private static void open(ZipFile zip, ZipArchiveEntry entry, Unpacker unpacker, int depth)
      throws IOException {
    unpacker.count(depth);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
    if (OfficeEntries.isMacro(entry.getName())) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    try (InputStream in = content(zip, entry)) {
      unpacker.drain(in, depth);
    }
  }

  private static InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    return entry.getMethod() == LZMA
        ? lzma(zip.getRawInputStream(entry), entry)
        : zip.getInputStream(entry);
  }

  /** Version, length of the properties, properties, size of the dictionary (APPNOTE §5.8.8). */
  private static InputStream lzma(InputStream raw, ZipArchiveEntry entry) throws IOException {
    DataInputStream in = new DataInputStream(raw);
    in.skipNBytes(4);
    byte properties = in.readByte();
    int dictionary = Integer.reverseBytes(in.readInt());
    int kilobytes = LZMAInputStream.getMemoryUsage(dictionary, properties);
    if (kilobytes > Unpacker.MEMORY_KIB) {
      throw new MemoryLimitException(kilobytes, Unpacker.MEMORY_KIB);
    }
    boolean isMarked = (entry.getRawFlag() & IS_END_MARKED) != 0;
    return new LZMAInputStream(in, isMarked ? -1 : entry.getSize(), properties, dictionary);
  }
}
