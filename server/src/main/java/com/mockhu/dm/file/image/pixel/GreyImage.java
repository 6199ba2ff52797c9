package com.mockhu.dm.file.image.pixel;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;

/**
 * Corrects grey images. Java's grey colour space is linear, while files have numbers as in sRGB, so
 * Java's own conversion brightens the image: 80 becomes 152.
 */
public final class GreyImage {
  private static final int[] OPAQUE = {0, 0, 0};
  private static final int[] WITH_ALPHA = {0, 0, 0, 1};

  private GreyImage() {}

  /** A grey image with the same numbers as red, green and blue; any other image unchanged. */
  public static BufferedImage asRgb(BufferedImage image) {
    ColorModel model = image.getColorModel();
    boolean isGrey =
        model instanceof ComponentColorModel
            && model.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
    return isGrey ? rgb(image, model) : image;
  }

  private static BufferedImage rgb(BufferedImage image, ColorModel model) {
    WritableRaster grey = image.getRaster();
    WritableRaster pixels =
        grey.createWritableChild(
            0, 0, grey.getWidth(), grey.getHeight(), 0, 0, model.hasAlpha() ? WITH_ALPHA : OPAQUE);
    ColorModel rgb =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            model.hasAlpha(),
            model.isAlphaPremultiplied(),
            model.getTransparency(),
            model.getTransferType());
    return new BufferedImage(rgb, pixels, model.isAlphaPremultiplied(), null);
  }
}
