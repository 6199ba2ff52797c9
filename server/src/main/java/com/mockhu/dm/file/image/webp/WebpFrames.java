package com.mockhu.dm.file.image.webp;

import com.mockhu.dm.file.image.pixel.ColorProfile;
import com.mockhu.dm.file.image.pixel.Orientation;
import com.mockhu.dm.file.image.pixel.ScaleImage;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** Encodes each frame of an animated WebP anew as the viewer sees it, and keeps the timing. */
public final class WebpFrames {
  private final BufferedImage screen;
  private final Orientation orientation;
  private final int box;
  private final ColorProfile profile;
  private final float quality;

  private WebpFrames(WebpFile file, Orientation orientation, int box, float quality) {
    this.screen = new BufferedImage(file.width(), file.height(), BufferedImage.TYPE_INT_ARGB);
    this.orientation = orientation;
    this.box = box;
    this.profile = file.profile();
    this.quality = quality;
  }

  public static WebpFile fitted(WebpFile file, Orientation orientation, int box, float quality)
      throws IOException {
    WebpFrames frames = new WebpFrames(file, orientation, box, quality);
    List<WebpFrame> made = new ArrayList<>();
    for (WebpFrame frame : file.frames()) {
      made.add(frames.remade(frame));
    }
    WebpFrame first = made.getFirst();
    return new WebpFile(first.width(), first.height(), file.animation(), ColorProfile.NONE, made);
  }

  private WebpFrame remade(WebpFrame frame) throws IOException {
    Graphics2D graphics = screen.createGraphics();
    graphics.setComposite(frame.isBlended() ? AlphaComposite.SrcOver : AlphaComposite.Src);
    graphics.drawImage(decoded(frame), frame.x(), frame.y(), null);
    BufferedImage shown = orientation.applied(profile.applied(copy()));
    if (frame.isCleared()) {
      graphics.setComposite(AlphaComposite.Clear);
      graphics.fillRect(frame.x(), frame.y(), frame.width(), frame.height());
    }
    graphics.dispose();
    WebpFrame made = WebpEncoder.encode(shown, quality, frame.isLossless());
    return new WebpFrame(
        0, 0, made.width(), made.height(), frame.milliseconds(), false, false, made.pixels());
  }

  /** A copy, since the next frame is drawn on the screen itself. */
  private BufferedImage copy() {
    BufferedImage fitted = ScaleImage.fitted(screen, box);
    return fitted == screen
        ? ScaleImage.sized(screen, screen.getWidth(), screen.getHeight())
        : fitted;
  }

  /** The first frame as the viewer sees it. */
  public static BufferedImage first(WebpFile file) throws IOException {
    WebpFrame frame = file.frames().getFirst();
    if (!file.isAnimated()) {
      return decoded(frame);
    }
    BufferedImage screen =
        new BufferedImage(file.width(), file.height(), BufferedImage.TYPE_INT_ARGB);
    screen.createGraphics().drawImage(decoded(frame), frame.x(), frame.y(), null);
    return screen;
  }

  /** With libwebp if available: the decoder in Java gets the colours of some files wrong. */
  private static BufferedImage decoded(WebpFrame frame) throws IOException {
    ImageReaderSpi library =
        WebpEncoder.isAvailable()
            ? new com.luciad.imageio.webp.WebPImageReaderSpi()
            : new com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi();
    ImageReader reader = library.createReaderInstance(null);
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(WebpFile.still(frame)))) {
      reader.setInput(in, false, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }
}
