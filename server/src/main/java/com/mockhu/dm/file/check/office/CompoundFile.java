package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.format.TooComplexException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads an OLE compound file (MS-CFB): named streams in one file, divided into sectors. */
final class CompoundFile implements AutoCloseable {
  private static final int HEADER = 512;
  private static final int ENTRY = 128;
  private static final int IN_HEADER = 109;
  private static final int MOST_SECTORS = 100_000;
  private static final int ROOT = 5;
  private static final int MOST_OF_A_NAME = 50;

  /** Short streams share the sectors of one long one, in pieces of this size. */
  private static final int PIECE = 64;

  private final RandomAccessFile file;
  private final ByteBuffer header;
  private final int sectorSize;

  /** Names ignore case (MS-CFB §2.6.4); several storages may contain the same name. */
  private final Map<String, List<Stream>> streams = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Stream pieces = new Stream(-1, 0);

  private record Stream(int start, long size) {}

  private CompoundFile(RandomAccessFile file) throws IOException {
    this.file = file;
    this.header = read(0, HEADER);
    int shift = header.getShort(30);
    if (shift != 9 && shift != 12) {
      throw new IOException("No sector size: " + shift);
    }
    this.sectorSize = 1 << shift;
    for (int sector : chain(header.getInt(48))) {
      ByteBuffer entries = read(position(sector), sectorSize);
      for (int at = 0; at < sectorSize; at += ENTRY) {
        add(entries.slice(at, ENTRY).order(ByteOrder.LITTLE_ENDIAN));
      }
    }
  }

  static CompoundFile open(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      return new CompoundFile(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void add(ByteBuffer entry) {
    int length = entry.getShort(64);
    boolean isUsed = entry.get(66) != 0 && length > 2 && length <= 64;
    if (isUsed) {
      byte[] name = new byte[length - 2];
      entry.get(0, name);
      Stream stream = new Stream(entry.getInt(116), Integer.toUnsignedLong(entry.getInt(120)));
      streams
          .computeIfAbsent(new String(name, StandardCharsets.UTF_16LE), n -> new ArrayList<>())
          .add(stream);
      if (entry.get(66) == ROOT) {
        pieces = stream;
      }
    }
  }

  /** The names of all streams and storages; the set ignores case. */
  Set<String> names() {
    return streams.keySet();
  }

  /** The first bytes, at most {@code most} each, of all streams of a name. */
  List<ByteBuffer> beginnings(String name, int most) throws IOException {
    List<Stream> found = streams.getOrDefault(name, List.of());
    if (found.size() > MOST_OF_A_NAME) {
      throw new TooComplexException("Too many streams of a name");
    }
    List<ByteBuffer> beginnings = new ArrayList<>();
    for (Stream stream : found) {
      beginnings.add(beginning(stream, most));
    }
    return beginnings;
  }

  private ByteBuffer beginning(Stream stream, int most) throws IOException {
    int length = (int) Math.min(stream.size, most);
    boolean isShort = stream.size < header.getInt(56);
    ByteBuffer bytes = isShort ? pieced(stream, length) : whole(stream.start, length);
    return bytes.limit(Math.min(bytes.limit(), length));
  }

  private ByteBuffer whole(int start, int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int sector = start, count = 0; sector >= 0 && bytes.size() < length; count++) {
      requireEnd(count);
      bytes.writeBytes(read(position(sector), sectorSize).array());
      sector = next(sector);
    }
    return little(bytes.toByteArray());
  }

  private ByteBuffer pieced(Stream stream, int length) throws IOException {
    List<Integer> sectors = chain(pieces.start);
    List<Integer> table = chain(header.getInt(60));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int piece = stream.start, count = 0; piece >= 0 && bytes.size() < length; count++) {
      requireEnd(count);
      bytes.writeBytes(read(place(sectors, (long) piece * PIECE), PIECE).array());
      piece = read(place(table, (long) piece * Integer.BYTES), Integer.BYTES).getInt(0);
    }
    return little(bytes.toByteArray());
  }

  private long place(List<Integer> sectors, long offset) throws IOException {
    int index = (int) (offset / sectorSize);
    if (index >= sectors.size()) {
      throw new IOException("Beyond the stream");
    }
    return position(sectors.get(index)) + offset % sectorSize;
  }

  private List<Integer> chain(int start) throws IOException {
    List<Integer> sectors = new ArrayList<>();
    for (int sector = start; sector >= 0; sector = next(sector)) {
      requireEnd(sectors.size());
      sectors.add(sector);
    }
    return sectors;
  }

  private static void requireEnd(int count) throws IOException {
    if (count > MOST_SECTORS) {
      throw new IOException("An endless stream");
    }
  }

  private int next(int sector) throws IOException {
    int perSector = sectorSize / Integer.BYTES;
    int table = tableSector(sector / perSector);
    long at = position(table) + (long) (sector % perSector) * Integer.BYTES;
    return read(at, Integer.BYTES).getInt(0);
  }

  /** The sector of a part of the allocation table. */
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
    return little(bytes);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
