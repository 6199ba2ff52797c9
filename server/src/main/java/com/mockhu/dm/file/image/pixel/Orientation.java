package com.mockhu.dm.file.image.pixel;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** The orientation of a camera: the eight values of the Exif tag, in their order. */
public enum Orientation {
  UPRIGHT(1, 0, 0, 1),
  MIRRORED(-1, 0, 0, 1),
  TURNED_HALF(-1, 0, 0, -1),
  FLIPPED(1, 0, 0, -1),
  TRANSPOSED(0, 1, 1, 0),
  TURNED_LEFT(0, 1, -1, 0),
  TRANSVERSED(0, -1, -1, 0),
  TURNED_RIGHT(0, -1, 1, 0);

  private final AffineTransform turn;

  /** The columns of the matrix that turns the picture upright. */
  Orientation(int xToX, int xToY, int yToX, int yToY) {
    this.turn = new AffineTransform(xToX, xToY, yToX, yToY, 0, 0);
  }

  /** Of the Exif tag; upright for an unknown value. */
  public static Orientation of(int value) {
    boolean isKnown = value >= 1 && value <= values().length;
    return isKnown ? values()[value - 1] : UPRIGHT;
  }

  public BufferedImage applied(BufferedImage image) {
    if (this == UPRIGHT) {
      return image;
    }
    var bounds =
        turn.createTransformedShape(
                new java.awt.Rectangle(0, 0, image.getWidth(), image.getHeight()))
            .getBounds();
    BufferedImage turned = new BufferedImage(bounds.width, bounds.height, image.getType());
    Graphics2D graphics = turned.createGraphics();
    graphics.translate(-bounds.x, -bounds.y);
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return turned;
  }
}
