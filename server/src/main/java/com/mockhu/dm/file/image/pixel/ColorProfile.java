package com.mockhu.dm.file.image.pixel;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

/**
 * What the numbers of a picture mean, where it says so; the readers of PNG and WebP leave it out.
 * That of JPEG has done it already.
 *
 * @param profile null where the numbers are sRGB, or nobody can tell
 */
public record ColorProfile(ICC_Profile profile) {
  private static final int LONGEST = 4 << 20;
  private static final int PNG_SIGNATURE = 8;
  private static final int NAME = 80;
  private static final int[] COLOURS = {0, 1, 2};

  public static final ColorProfile NONE = new ColorProfile(null);

  /** One that is damaged, or not for red, green and blue, counts as none. */
  public static ColorProfile of(byte[] bytes) {
    try {
      ICC_Profile profile = ICC_Profile.getInstance(bytes);
      return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? new ColorProfile(profile) : NONE;
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  /** That of a PNG stands before its pixels (PNG §11.3.2.3). */
  public static ColorProfile ofPng(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(PNG_SIGNATURE);
      while (true) {
        int length = in.readInt();
        String name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
        if (length < 0 || name.equals("IDAT") || name.equals("IEND")) {
          return NONE;
        }
        if (name.equals("iCCP")) {
          return inflated(in.readNBytes(Math.min(length, LONGEST)));
        }
        in.skipNBytes(length + 4L);
      }
    }
  }

  /** A name, a zero, the method of compression, and the compressed profile. */
  private static ColorProfile inflated(byte[] chunk) throws IOException {
    InputStream in = new ByteArrayInputStream(chunk);
    for (int i = 0; i < NAME && in.read() > 0; i++) {}
    in.skipNBytes(1);
    try (InflaterInputStream content = new InflaterInputStream(in)) {
      return of(content.readNBytes(LONGEST));
    } catch (IOException e) {
      return NONE;
    }
  }

  public boolean isThere() {
    return profile != null;
  }

  /** In sRGB; {@code image} may be changed. */
  public BufferedImage applied(BufferedImage image) {
    if (profile == null) {
      return image;
    }
    ICC_Profile[] way = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
    WritableRaster colours = colours(image);
    try {
      new ColorConvertOp(way, null).filter(colours, colours);
    } catch (java.awt.color.CMMException e) {
      // A profile that cannot be used is no reason to lose the picture.
      return image;
    }
    return image;
  }

  private static WritableRaster colours(BufferedImage image) {
    WritableRaster all = image.getRaster();
    return all.createWritableChild(0, 0, all.getWidth(), all.getHeight(), 0, 0, COLOURS);
  }
}
