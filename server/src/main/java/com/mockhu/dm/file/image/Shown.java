package com.mockhu.dm.file.image;

import com.mockhu.dm.file.image.pixel.ColorProfile;
import com.mockhu.dm.file.image.pixel.Orientation;
import com.mockhu.dm.file.image.pixel.Scaling;
import java.awt.image.BufferedImage;

/**
 * How a picture looks when it is kept.
 *
 * @param large as it was read, neither upright nor in sRGB
 * @param fitted upright, in sRGB, at most {@link Pictures#BOX} wide and high
 */
record Shown(
    BufferedImage large, ColorProfile profile, Orientation orientation, BufferedImage fitted) {

  static Shown of(BufferedImage large, ColorProfile profile, Orientation orientation) {
    BufferedImage fitted =
        orientation.applied(profile.applied(Scaling.fitted(large, Pictures.BOX)));
    return new Shown(large, profile, orientation, fitted);
  }

  /** From the small one, which costs a tenth, unless a banner has become too thin for it. */
  BufferedImage square() {
    boolean isEnough =
        Math.min(fitted.getWidth(), fitted.getHeight()) >= Pictures.THUMBNAIL
            || Math.max(large.getWidth(), large.getHeight()) <= Pictures.BOX;
    return isEnough
        ? Scaling.square(fitted, Pictures.THUMBNAIL)
        : orientation.applied(profile.applied(Scaling.square(large, Pictures.THUMBNAIL)));
  }
}
