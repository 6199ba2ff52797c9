package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.ColorProfile;
import com.mockhu.dm.file.image.pixel.Orientation;
import com.mockhu.dm.file.image.pixel.ScaleImage;
import java.awt.image.BufferedImage;

/**
 * An image before and after scaling.
 *
 * @param large as decoded: perhaps not upright and not in sRGB
 * @param fitted upright, in sRGB, at most {@link PrepareImage#BOX} wide and high
 */
record ScaledImage(
    BufferedImage large, ColorProfile profile, Orientation orientation, BufferedImage fitted) {

  static ScaledImage of(BufferedImage large, ColorProfile profile, Orientation orientation) {
    BufferedImage fitted =
        orientation.applied(profile.applied(ScaleImage.fitted(large, PrepareImage.BOX)));
    return new ScaledImage(large, profile, orientation, fitted);
  }

  /** From the fitted image, at a tenth of the cost, unless its shorter side is too short. */
  BufferedImage square() {
    boolean isEnough =
        Math.min(fitted.getWidth(), fitted.getHeight()) >= PrepareImage.THUMBNAIL
            || Math.max(large.getWidth(), large.getHeight()) <= PrepareImage.BOX;
    return isEnough
        ? ScaleImage.square(fitted, PrepareImage.THUMBNAIL)
        : orientation.applied(profile.applied(ScaleImage.square(large, PrepareImage.THUMBNAIL)));
  }
}
