package com.mockhu.dm.file.check.archive;

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

/** What cannot be uploaded by itself, but may stand in an archive and be a bomb there. */
enum Packing {
  GZIP(0, 0x1F, 0x8B),
  BZIP2(0, 'B', 'Z', 'h'),
  ZSTANDARD(0, 0x28, 0xB5, 0x2F, 0xFD),
  XZ(0, 0xFD, '7', 'z', 'X', 'Z', 0),
  TAR(257, 'u', 's', 't', 'a', 'r');

  /** Bytes to read for {@link #of}. */
  static final int LENGTH = 262;

  private final int offset;
  private final byte[] bytes;

  Packing(int offset, int... bytes) {
    this.offset = offset;
    this.bytes = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      this.bytes[i] = (byte) bytes[i];
    }
  }

  static Optional<Packing> of(byte[] head) {
    return Arrays.stream(values()).filter(each -> each.isIn(head)).findFirst();
  }

  private boolean isIn(byte[] head) {
    int end = offset + bytes.length;
    return head.length >= end && Arrays.equals(head, offset, end, bytes, 0, bytes.length);
  }

  void drain(InputStream in, Unpacking unpacking, int depth) throws IOException {
    // It belongs to the archive around it, which goes on after it.
    InputStream open = new Unclosed(in);
    switch (this) {
      case GZIP -> drainOne(gzip(open), unpacking, depth);
      case BZIP2 -> drainOne(new BZip2CompressorInputStream(open, true), unpacking, depth);
      case ZSTANDARD -> drainOne(new ZstdCompressorInputStream(open), unpacking, depth);
      case XZ -> drainOne(xz(open), unpacking, depth);
      case TAR -> drainAll(new TarArchiveInputStream(open), unpacking, depth);
    }
  }

  /** Members that follow each other are one stream, for whoever unpacks it. */
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
        .setMemoryLimitKiB(Unpacking.MEMORY_KIB)
        .get();
  }

  private static void drainOne(InputStream in, Unpacking unpacking, int depth) throws IOException {
    try (in) {
      unpacking.count(depth);
      unpacking.drain(in, depth);
    }
  }

  private static void drainAll(TarArchiveInputStream in, Unpacking unpacking, int depth)
      throws IOException {
    try (in) {
      while (in.getNextEntry() != null) {
        unpacking.count(depth);
        unpacking.drain(in, depth);
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
