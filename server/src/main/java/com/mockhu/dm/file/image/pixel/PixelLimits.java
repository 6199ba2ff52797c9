package com.mockhu.dm.file.image.pixel;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;

/** Limits on pixels and frames; checked before an image is decoded. */
public final class PixelLimits {
  /** 50 megapixels, more than any phone takes by default. */
  public static final long MOST_PIXELS = 50_000_000;

  /** Frames of an animation: a minute at 80 a second. */
  public static final int MOST_FRAMES = 5_000;

  /** Pixels of an animation's screen, on which each frame is drawn. */
  private static final long MOST_SCREEN = 16_000_000;

  /** Pixels of all frames of an animation. */
  private static final long MOST_FRAME_PIXELS = 400_000_000;

  private PixelLimits() {}

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code file_refused} for too many pixels
   */
  public static void require(int width, int height, int frames) {
    requireFew(frames);
    long pixels = (long) width * height;
    if (pixels > MOST_PIXELS) {
      throw FileRefusal.because(FileReason.TOO_MANY_PIXELS);
    }
    if (frames > 1 && (pixels > MOST_SCREEN || pixels * frames > MOST_FRAME_PIXELS)) {
      throw FileRefusal.because(FileReason.ANIMATION_TOO_LARGE);
    }
  }

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code file_refused} for too many frames
   */
  public static void requireFew(int frames) {
    if (frames > MOST_FRAMES) {
      throw FileRefusal.because(
          FileReason.ANIMATION_TOO_LARGE,
          "The animation has more than 5,000 frames. Make it shorter.");
    }
  }
}
