package com.mockhu.dm.attachment.check;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The directory of an OLE compound file (MS-CFB), which is all that is needed of one. */
final class CompoundFile {
  private static final int HEADER = 512;
  private static final int ENTRY = 128;
  private static final int IN_HEADER = 109;
  private static final int MOST_SECTORS = 100_000;

  private final RandomAccessFile file;
  private final ByteBuffer header;
  private final int sectorSize;

  private CompoundFile(RandomAccessFile file) throws IOException {
    this.file = file;
    this.header = read(0, HEADER);
    int shift = header.getShort(30);
    if (shift != 9 && shift != 12) {
      throw new IOException("No sector size: " + shift);
    }
    this.sectorSize = 1 << shift;
  }

  /** Of all streams and storages. */
  static Set<String> names(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      return new CompoundFile(file).names();
    }
  }

  private Set<String> names() throws IOException {
    Set<String> names = new HashSet<>();
    int sector = header.getInt(48);
    for (int count = 0; sector >= 0; count++) {
      if (count > MOST_SECTORS) {
        throw new IOException("An endless directory");
      }
      ByteBuffer entries = read(position(sector), sectorSize);
      for (int at = 0; at < sectorSize; at += ENTRY) {
        addName(entries, at, names);
      }
      sector = next(sector);
    }
    return names;
  }

  private static void addName(ByteBuffer entries, int at, Set<String> names) {
    int length = entries.getShort(at + 64);
    boolean isUsed = entries.get(at + 66) != 0 && length > 2 && length <= 64;
    if (isUsed) {
      byte[] name = new byte[length - 2];
      entries.get(at, name);
      names.add(new String(name, StandardCharsets.UTF_16LE));
    }
  }

  private int next(int sector) throws IOException {
    int perSector = sectorSize / Integer.BYTES;
    int table = tableSector(sector / perSector);
    return read(position(table), sectorSize).getInt(sector % perSector * Integer.BYTES);
  }

  /** Where the given part of the allocation table is. */
  private int tableSector(int number) throws IOException {
    if (number < IN_HEADER) {
      return header.getInt(76 + number * Integer.BYTES);
    }
    int perSector = sectorSize / Integer.BYTES - 1;
    int index = number - IN_HEADER;
    int sector = header.getInt(68);
    for (; index >= perSector; index -= perSector) {
      sector = read(position(sector), sectorSize).getInt(sectorSize - Integer.BYTES);
    }
    return read(position(sector), sectorSize).getInt(index * Integer.BYTES);
  }

  private long position(int sector) throws IOException {
    if (sector < 0) {
      throw new IOException("No such sector");
    }
    return (sector + 1L) * sectorSize;
  }

  private ByteBuffer read(long position, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(position);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
