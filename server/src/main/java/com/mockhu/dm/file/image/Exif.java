package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.webp.WebpFile;
import com.mockhu.dm.file.type.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads the orientation of a photo from its Exif block, and nothing else: a library that reads all
 * metadata would also unpack a bomb in a comment.
 */
final class Exif {
  private static final byte[] INTRODUCTION = {'E', 'x', 'i', 'f', 0, 0};
  private static final int LARGEST = 1 << 20;
  private static final int ORIENTATION = 0x112;
  private static final int ENTRY = 12;

  private Exif() {}

  /** The value of the orientation tag, 1 to 8; 0 without one. */
  static int orientation(Path file, Kind kind) throws IOException {
    byte[] block =
        switch (kind) {
          case JPEG -> JpegMarkers.read(file).exif();
          case PNG -> PngChunks.find(file, "eXIf", LARGEST, Set.of("IEND")).orElse(new byte[0]);
          case WEBP -> WebpFile.exif(file);
          case GIF,
              PDF,
              DOC,
              XLS,
              PPT,
              DOCX,
              XLSX,
              PPTX,
              TXT,
              ZIP,
              RAR,
              SEVEN_ZIP,
              CSV,
              JSON,
              XML ->
              new byte[0];
        };
    try {
      return orientation(tiff(block));
    } catch (IndexOutOfBoundsException e) {
      // A damaged block counts as none.
      return 0;
    }
  }

  static boolean isIntroduced(byte[] block) {
    return block.length >= INTRODUCTION.length
        && Arrays.equals(block, 0, INTRODUCTION.length, INTRODUCTION, 0, INTRODUCTION.length);
  }

  private static ByteBuffer tiff(byte[] block) {
    int start = isIntroduced(block) ? INTRODUCTION.length : 0;
    ByteBuffer tiff = ByteBuffer.wrap(block, start, block.length - start).slice();
    boolean isLittle = tiff.limit() > 0 && tiff.get(0) == 'I';
    return tiff.order(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /** In the first directory (TIFF 6.0 §2): tag, type, count, and the value where it is short. */
  private static int orientation(ByteBuffer tiff) {
    int directory = tiff.limit() == 0 ? -1 : tiff.getInt(4);
    int entries = directory < 0 ? 0 : tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY;
      if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
        boolean isLong = tiff.getShort(at + 2) == 4;
        return isLong ? tiff.getInt(at + 8) : tiff.getShort(at + 8);
      }
    }
    return 0;
  }
}
