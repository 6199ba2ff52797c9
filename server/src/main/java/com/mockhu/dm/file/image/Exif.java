package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.webp.WebpFile;
import com.mockhu.dm.file.type.Kind;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds the block that says how a camera was held, and reads that one number of it. A library that
 * reads all metadata would unpack what a bomb hides in a comment.
 */
final class Exif {
  private static final byte[] INTRODUCTION = {'E', 'x', 'i', 'f', 0, 0};
  private static final int PNG_SIGNATURE = 8;
  private static final int LARGEST = 1 << 20;
  private static final int ORIENTATION = 0x112;
  private static final int ENTRY = 12;

  private Exif() {}

  /** Of Exif's tag, 1 to 8; 0 where there is none. */
  static int orientation(Path file, Kind kind) throws IOException {
    byte[] block =
        switch (kind) {
          case JPEG -> JpegMarkers.read(file).exif();
          case PNG -> ofPng(file);
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
      // One that is damaged says nothing.
      return 0;
    }
  }

  private static byte[] ofPng(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(PNG_SIGNATURE);
      while (true) {
        int length = in.readInt();
        String name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        if (length < 0 || name.equals("IEND")) {
          return new byte[0];
        }
        if (name.equals("eXIf") && length <= LARGEST) {
          return in.readNBytes(length);
        }
        in.skipNBytes(length + 4L);
      }
    } catch (EOFException e) {
      return new byte[0];
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
