package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.PixelLimits;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies a GIF block by block (GIF89a §12 ff.), without comments, texts and foreign blocks. */
final class GifFile {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;
  private static final int HEADER = 6;
  private static final int SCREEN = 7;
  private static final int DESCRIPTOR = 9;
  private static final int TABLE_FLAG = 0x80;

  private final DataInputStream in;
  private final OutputStream out;
  private int frames;

  private GifFile(DataInputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /**
   * The number of frames.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code invalid_request} for too many frames,
   *     or one that is too large
   */
  static int frames(Path file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      GifFile gif = new GifFile(in, OutputStream.nullOutputStream());
      try {
        gif.copy();
      } catch (EOFException e) {
        // The decoder decides whether the rest can be shown.
        return gif.frames;
      }
      return gif.frames;
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
        var out = new BufferedOutputStream(Files.newOutputStream(to))) {
      new GifFile(in, out).copy();
    }
  }

  private void copy() throws IOException {
    take(HEADER);
    table(take(SCREEN)[4]);
    // Many programs omit the last byte, and no viewer needs it.
    for (int block = in.read(); block != TRAILER && block >= 0; block = in.read()) {
      switch (block) {
        case EXTENSION -> extension(in.readUnsignedByte());
        case IMAGE -> image();
        default -> throw new IOException("No such block: " + block);
      }
    }
    out.write(TRAILER);
  }

  private void image() throws IOException {
    out.write(IMAGE);
    byte[] descriptor = take(DESCRIPTOR);
    frames++;
    PixelLimits.requireFew(frames);
    PixelLimits.require(number(descriptor, 4), number(descriptor, 6), 1);
    table(descriptor[8]);
    take(1);
    data(true);
  }

  /** Further blocks are left out: they could contain anything. */
  private void extension(int label) throws IOException {
    byte[] first = in.readNBytes(in.readUnsignedByte());
    if (label == CONTROL && first.length == 4) {
      out.write(new byte[] {EXTENSION, (byte) CONTROL, 4});
      out.write(first);
      out.write(0);
      data(false);
    } else if (label == APPLICATION && isLoop(first)) {
      loop(first);
    } else if (first.length > 0) {
      data(false);
    }
  }

  private void loop(byte[] application) throws IOException {
    byte[] rounds = in.readNBytes(in.readUnsignedByte());
    if (rounds.length == 3 && rounds[0] == 1) {
      out.write(new byte[] {EXTENSION, (byte) APPLICATION, (byte) application.length});
      out.write(application);
      out.write(new byte[] {3, 1, rounds[1], rounds[2], 0});
    }
    if (rounds.length > 0) {
      data(false);
    }
  }

  private static boolean isLoop(byte[] application) {
    String name = new String(application, StandardCharsets.US_ASCII);
    return name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
  }

  private void data(boolean isKept) throws IOException {
    int length;
    do {
      length = in.readUnsignedByte();
      byte[] block = new byte[length];
      in.readFully(block);
      if (isKept) {
        out.write(length);
        out.write(block);
      }
    } while (length > 0);
  }

  private void table(byte flags) throws IOException {
    if ((flags & TABLE_FLAG) != 0) {
      take(3 << (flags & 7) + 1);
    }
  }

  private static int number(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
  }

  private byte[] take(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    out.write(bytes);
    return bytes;
  }
}
