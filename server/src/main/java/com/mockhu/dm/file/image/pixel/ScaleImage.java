package com.mockhu.dm.file.image.pixel;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Changes the size of decoded images. */
public final class ScaleImage {
  private ScaleImage() {}

  /** In 8-bit sRGB, with transparency only if the source has it. */
  static BufferedImage standard(BufferedImage image) {
    int type = type(image);
    if (image.getType() == type) {
      return image;
    }
    BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = converted.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return converted;
  }

  private static int type(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }

  /** With the same proportions, and never larger than the source. */
  public static BufferedImage fitted(BufferedImage image, int box) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    if (longest <= box) {
      return standard(image);
    }
    return sized(
        image,
        Math.max(1, Math.round((float) image.getWidth() * box / longest)),
        Math.max(1, Math.round((float) image.getHeight() * box / longest)));
  }

  /** The middle of the image, on white instead of transparency. */
  public static BufferedImage square(BufferedImage image, int side) {
    int edge = Math.min(image.getWidth(), image.getHeight());
    int left = (image.getWidth() - edge) / 2;
    int top = (image.getHeight() - edge) / 2;
    return opaque(sized(image, new Rectangle(left, top, edge, edge), side, side));
  }

  public static BufferedImage opaque(BufferedImage image) {
    if (!image.getColorModel().hasAlpha()) {
      return image;
    }
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return opaque;
  }

  public static BufferedImage sized(BufferedImage image, int width, int height) {
    return sized(image, new Rectangle(image.getWidth(), image.getHeight()), width, height);
  }

  private static BufferedImage sized(BufferedImage image, Rectangle part, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, type(image));
    if (width <= part.width && height <= part.height) {
      return AreaAverage.draw(image, part, target);
    }
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image.getSubimage(part.x, part.y, part.width, part.height), 0, 0, width, height, null);
    graphics.dispose();
    return target;
  }
}
