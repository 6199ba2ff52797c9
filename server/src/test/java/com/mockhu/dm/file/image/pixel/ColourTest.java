package com.mockhu.dm.file.image.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.file.Papers;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** What colours become when pixels are put together, and when they were meant otherwise. */
class ColourTest {
  private static final int HALF_LIGHT_IN_SRGB = 188;

  private static BufferedImage twoPixels(int type, int left, int right) {
    BufferedImage image = new BufferedImage(2, 1, type);
    image.setRGB(0, 0, left);
    image.setRGB(1, 0, right);
    return image;
  }

  @Test
  void pixels_are_put_together_by_their_shares() {
    BufferedImage image = twoPixels(BufferedImage.TYPE_INT_RGB, 0xFF0000, 0x0000FF);
    assertEquals(0xFF800080, ScaleImage.sized(image, 1, 1).getRGB(0, 0));
  }

  @Test
  void what_nobody_sees_does_not_shine_through() {
    BufferedImage image = twoPixels(BufferedImage.TYPE_INT_ARGB, 0xFFFF0000, 0x000000FF);
    assertEquals(0x80FF0000, ScaleImage.sized(image, 1, 1).getRGB(0, 0));
  }

  @Test
  void a_png_with_a_profile_looks_as_it_was_meant() throws IOException {
    ColorProfile profile = ColorProfile.ofPng(linearChunk());
    BufferedImage image = twoPixels(BufferedImage.TYPE_INT_ARGB, 0xFF808080, 0x40808080);
    profile.applied(image);
    assertEquals(HALF_LIGHT_IN_SRGB, image.getRGB(0, 0) & 0xFF, 2.0);
    assertEquals(0x40, image.getRGB(1, 0) >>> 24);
  }

  @Test
  void a_profile_that_is_none_changes_nothing() {
    BufferedImage image = twoPixels(BufferedImage.TYPE_INT_RGB, 0x808080, 0);
    ColorProfile.of(Papers.text("no profile")).applied(image);
    assertEquals(0xFF808080, image.getRGB(0, 0));
  }

  /** Of a PNG whose numbers are amounts of light, and not brightness as people see it. */
  private static byte[] linearChunk() throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(Papers.text("linear\0\0"));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk)) {
      packed.write(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    }
    return chunk.toByteArray();
  }
}
