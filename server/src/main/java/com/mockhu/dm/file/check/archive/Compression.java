package com.mockhu.dm.file.check.archive;

import com.mockhu.dm.file.type.MagicBytes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/** Formats that are refused by themselves, but may be in an archive and may be a bomb there. */
enum Compression {
  GZIP(0, 0x1F, 0x8B),
  BZIP2(0, 'B', 'Z', 'h'),
  ZSTANDARD(0, 0x28, 0xB5, 0x2F, 0xFD),
  XZ(0, 0xFD, '7', 'z', 'X', 'Z', 0),
  TAR(257, 'u', 's', 't', 'a', 'r');

  /** Bytes to read for {@link #of}. */
  static final int LENGTH = 262;

  private final MagicBytes magic;

  Compression(int offset, int... bytes) {
    this.magic = new MagicBytes(offset, bytes);
  }

  static Optional<Compression> of(byte[] head) {
    return Arrays.stream(values()).filter(each -> each.magic.isIn(head)).findFirst();
  }

  void drain(InputStream in, Unpacker unpacker, int depth) throws IOException {
    // The stream belongs to the archive around it, which continues after it.
    InputStream open = new Unclosed(in);
    switch (this) {
      case GZIP -> drainOne(gzip(open), unpacker, depth);
      case BZIP2 -> drainOne(new BZip2CompressorInputStream(open, true), unpacker, depth);
      case ZSTANDARD -> drainOne(new ZstdCompressorInputStream(open), unpacker, depth);
      case XZ -> drainOne(xz(open), unpacker, depth);
      case TAR -> drainAll(new TarArchiveInputStream(open), unpacker, depth);
    }
  }

  /** Programs unpack members in a row as one stream. */
  private static InputStream gzip(InputStream in) throws IOException {
    return GzipCompressorInputStream.builder()
        .setInputStream(in)
        .setDecompressConcatenated(true)
        .get();
  }

  private static InputStream xz(InputStream in) throws IOException {
    return XZCompressorInputStream.builder()
        .setInputStream(in)
        .setDecompressConcatenated(true)
        .setMemoryLimitKiB(Unpacker.MEMORY_KIB)
        .get();
  }

  private static void drainOne(InputStream in, Unpacker unpacker, int depth) throws IOException {
    try (in) {
      unpacker.count(depth);
      unpacker.drain(in, depth);
    }
  }

  private static void drainAll(TarArchiveInputStream in, Unpacker unpacker, int depth)
      throws IOException {
    try (in) {
      while (in.getNextEntry() != null) {
        unpacker.count(depth);
        unpacker.drain(in, depth);
      }
    }
  }

  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
