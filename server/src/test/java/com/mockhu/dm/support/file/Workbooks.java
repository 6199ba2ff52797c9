package com.mockhu.dm.support.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Older workbooks made for a test: a compound file with one stream of records in it. */
public final class Workbooks {
  private static final int SECTOR = 512;

  private Workbooks() {}

  /** {@code kind}: 0 for cells, 1 for a sheet of Excel 4 macros (MS-XLS §2.4.28). */
  public static byte[] withSheet(int kind) {
    ByteBuffer records = little(8 * SECTOR);
    records.putShort((short) 0x809).putShort((short) 4).putShort((short) 0x600).putShort((short) 5);
    records.putShort((short) 0x85).putShort((short) 10).putInt(0).put((byte) 1).put((byte) kind);
    records.put((byte) 2).put((byte) 0).put((byte) 'M').put((byte) '1');
    return stream("Workbook", records.putShort((short) 0x0A).putShort((short) 0).array());
  }

  public static byte[] withPassword() {
    ByteBuffer records = little(8 * SECTOR);
    records.putShort((short) 0x809).putShort((short) 4).putShort((short) 0x600).putShort((short) 5);
    return stream("Workbook", records.putShort((short) 0x2F).putShort((short) 2).array());
  }

  /** A stream that a program was put into, as Windows names it there. */
  public static byte[] carrying(String path) {
    ByteBuffer content = little(8 * SECTOR).putInt(4092).putShort((short) 2);
    content.put(("label.txt\0" + path + "\0").getBytes(StandardCharsets.ISO_8859_1));
    return stream("\u0001Ole10Native", content.array());
  }

  /** A text document that says at its beginning that it is encrypted. */
  public static byte[] textWithPassword() {
    return stream("WordDocument", little(8 * SECTOR).putShort(10, (short) 0x100).array());
  }

  private static byte[] stream(String name, byte[] content) {
    int sectors = content.length / SECTOR;
    ByteBuffer file = little(SECTOR * (3 + sectors));
    file.putLong(0xE11AB1A1E011CFD0L).putShort(30, (short) 9).putInt(44, 1).putInt(48, 1);
    file.putInt(56, 4096).putInt(60, -2).putInt(68, -2).putInt(76, 0);
    file.putInt(SECTOR, -3).putInt(SECTOR + 4, -2);
    for (int i = 0; i < sectors; i++) {
      file.putInt(SECTOR + 8 + 4 * i, i == sectors - 1 ? -2 : i + 3);
    }
    entry(file, 0, "Root Entry", 5, -2, 0);
    entry(file, 1, name, 2, 2, content.length);
    return file.put(3 * SECTOR, content).array();
  }

  private static void entry(
      ByteBuffer file, int number, String name, int type, int start, int size) {
    int at = 2 * SECTOR + 128 * number;
    byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
    file.put(at, letters).putShort(at + 64, (short) (letters.length + 2));
    file.put(at + 66, (byte) type).putInt(at + 116, start).putInt(at + 120, size);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
