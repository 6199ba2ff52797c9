package com.mockhu.dm.file.image.pixel;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * The colour space of an image's numbers. The readers of PNG and WebP ignore it; that of JPEG
 * converts to sRGB itself.
 *
 * @param profile null for sRGB, and where the file names no colour space
 */
public record ColorProfile(ICC_Profile profile) {
  /** Bytes of a profile, compressed or not. */
  public static final int LONGEST = 4 << 20;

  private static final int NAME = 80;
  private static final int[] COLOURS = {0, 1, 2};

  public static final ColorProfile NONE = new ColorProfile(null);

  /** A profile that is damaged, or not for red, green and blue, counts as none. */
  public static ColorProfile of(byte[] bytes) {
    try {
      ICC_Profile profile = ICC_Profile.getInstance(bytes);
      return profile.getColorSpaceType() == ColorSpace.TYPE_RGB ? new ColorProfile(profile) : NONE;
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  /**
   * Of a PNG's chunk {@code iCCP} (PNG §11.3.2.3): a name, a zero, the method of compression, and
   * the compressed profile.
   */
  public static ColorProfile ofPng(byte[] chunk) {
    InputStream in = new ByteArrayInputStream(chunk);
    try (InflaterInputStream content = new InflaterInputStream(in)) {
      for (int i = 0; i < NAME && in.read() > 0; i++) {}
      in.skipNBytes(1);
      return of(content.readNBytes(LONGEST));
    } catch (IOException e) {
      return NONE;
    }
  }

  public boolean isPresent() {
    return profile != null;
  }

  /** The image in sRGB; {@code image} itself may be changed. */
  public BufferedImage applied(BufferedImage image) {
    if (profile == null) {
      return image;
    }
    ICC_Profile[] way = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
    WritableRaster colours = colours(image);
    try {
      new ColorConvertOp(way, null).filter(colours, colours);
    } catch (java.awt.color.CMMException e) {
      // An unusable profile must not cost the image.
      return image;
    }
    return image;
  }

  private static WritableRaster colours(BufferedImage image) {
    WritableRaster all = image.getRaster();
    return all.createWritableChild(0, 0, all.getWidth(), all.getHeight(), 0, 0, COLOURS);
  }
}
