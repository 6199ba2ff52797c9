package com.mockhu.dm.bench.abuse.file;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** A progressive JPEG (ITU T.81) of 7000x7000 whose many scans change nothing. */
public final class HostileJpeg {
  private static final int SIZE = 10_000_000;
  private static final int BLOCKS = 875 * 875;

  /** Blocks that one symbol of 15 bits passes over. */
  private static final int RUN = 16_384;

  private HostileJpeg() {}

  public static byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(SIZE);
    add(out, "FFD8");
    add(out, "FFDB004300" + "01".repeat(64));
    // SOF2: 8 bits, 7000 x 7000, one component.
    add(out, "FFC2000B08" + "1B581B58" + "01011100");
    // Both tables have one code of one bit: no difference, and a run of blocks without values.
    add(out, "FFC4001400" + "01" + "00".repeat(15) + "00");
    add(out, "FFC4001410" + "01" + "00".repeat(15) + "E0");
    add(out, "FFDA0008010100" + "000000");
    out.writeBytes(new byte[BLOCKS / Byte.SIZE + 1]);
    byte[] emptyScan = emptyScan();
    while (out.size() + emptyScan.length < SIZE) {
      out.writeBytes(emptyScan);
    }
    add(out, "FFD9");
    return out.toByteArray();
  }

  private static byte[] emptyScan() {
    ByteArrayOutputStream scan = new ByteArrayOutputStream();
    add(scan, "FFDA0008010100" + "013F00");
    scan.writeBytes(new byte[(BLOCKS / RUN + 1) * 15 / Byte.SIZE + 1]);
    return scan.toByteArray();
  }

  private static void add(ByteArrayOutputStream out, String hex) {
    out.writeBytes(HexFormat.of().parseHex(hex));
  }
}
