package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.ColorProfile;
import com.mockhu.dm.file.image.pixel.Orientation;
import com.mockhu.dm.file.image.pixel.ScaleImage;
import java.awt.image.BufferedImage;

/**
 * How a picture looks when it is kept.
 *
 * @param large as it was read, neither upright nor in sRGB
 * @param fitted upright, in sRGB, at most {@link PrepareImage#BOX} wide and high
 */
record ScaledImage(
    BufferedImage large, ColorProfile profile, Orientation orientation, BufferedImage fitted) {

  static ScaledImage of(BufferedImage large, ColorProfile profile, Orientation orientation) {
    BufferedImage fitted =
        orientation.applied(profile.applied(ScaleImage.fitted(large, PrepareImage.BOX)));
    return new ScaledImage(large, profile, orientation, fitted);
  }

  /** From the small one, which costs a tenth, unless a banner has become too thin for it. */
  BufferedImage square() {
    boolean isEnough =
        Math.min(fitted.getWidth(), fitted.getHeight()) >= PrepareImage.THUMBNAIL
            || Math.max(large.getWidth(), large.getHeight()) <= PrepareImage.BOX;
    return isEnough
        ? ScaleImage.square(fitted, PrepareImage.THUMBNAIL)
        : orientation.applied(profile.applied(ScaleImage.square(large, PrepareImage.THUMBNAIL)));
  }
}
