package com.mockhu.dm.file.image.pixel;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Scales an image down so that each pixel counts for its share, which avoids the artefacts of
 * omitted pixels. Reads the source once, a strip at a time, without a copy.
 */
final class AreaAverage {
  private static final int STRIP = 64;
  private static final int CHANNELS = 4;

  private final BufferedImage source;
  private final Rectangle part;
  private final BufferedImage target;

  /** The target column of each source column, and its share; the rest goes to the next column. */
  private final int[] column;

  private final float[] columnShare;
  private final float across;
  private final float[] line;
  private final int opaque;
  private float[] sums;
  private float[] next;

  private AreaAverage(BufferedImage source, Rectangle part, BufferedImage target) {
    this.source = source;
    this.part = part;
    this.target = target;
    this.across = (float) target.getWidth() / part.width;
    this.column = new int[part.width];
    this.columnShare = new float[part.width];
    this.opaque = target.getColorModel().hasAlpha() ? 0 : 0xFF;
    this.line = new float[(target.getWidth() + 2) * CHANNELS];
    this.sums = new float[line.length];
    this.next = new float[line.length];
  }

  /** {@code target}: of 32 bits a pixel, and no wider or higher than the part. */
  static BufferedImage draw(BufferedImage source, Rectangle part, BufferedImage target) {
    new AreaAverage(source, part, target).draw();
    return target;
  }

  private void draw() {
    for (int x = 0; x < part.width; x++) {
      column[x] = (int) ((double) x * target.getWidth() / part.width);
      columnShare[x] = share(x, column[x], target.getWidth(), part.width);
    }
    BufferedImage strip = new BufferedImage(part.width, STRIP, target.getType());
    int[] pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < part.height; y++) {
      if (y % STRIP == 0) {
        load(strip, y);
      }
      addRow(pixels, y % STRIP * part.width, y);
    }
  }

  /** The share of one source pixel, in target pixels, within the target pixel {@code index}. */
  private static float share(int position, int index, int targetLength, int sourceLength) {
    double begin = (double) position * targetLength / sourceLength;
    double end = (double) (position + 1) * targetLength / sourceLength;
    return (float) (Math.min(end, index + 1.0) - begin);
  }

  private void load(BufferedImage strip, int y) {
    Graphics2D graphics = strip.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(source, -part.x, -part.y - y, null);
    graphics.dispose();
  }

  private void addRow(int[] pixels, int offset, int y) {
    int height = target.getHeight();
    int row = (int) ((double) y * height / part.height);
    float down = (float) height / part.height;
    float share = share(y, row, height, part.height);
    addColumns(pixels, offset);
    for (int i = 0; i < line.length; i++) {
      sums[i] += line[i] * share;
      next[i] += line[i] * (down - share);
      line[i] = 0;
    }
    boolean isLast = (int) ((y + 1.0) * height / part.height) > row || y == part.height - 1;
    if (isLast) {
      finish(row);
    }
  }

  /** Colours are weighted by opacity: transparent pixels must not change the visible colour. */
  private void addColumns(int[] pixels, int offset) {
    for (int x = 0; x < part.width; x++) {
      int pixel = pixels[offset + x];
      int at = column[x] * CHANNELS;
      float alpha = pixel >>> 24 | opaque;
      float red = alpha * (pixel >> 16 & 0xFF);
      float green = alpha * (pixel >> 8 & 0xFF);
      float blue = alpha * (pixel & 0xFF);
      float share = columnShare[x];
      line[at] += share * alpha;
      line[at + 1] += share * red;
      line[at + 2] += share * green;
      line[at + 3] += share * blue;
      float rest = across - share;
      line[at + 4] += rest * alpha;
      line[at + 5] += rest * red;
      line[at + 6] += rest * green;
      line[at + 7] += rest * blue;
    }
  }

  private void finish(int row) {
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    for (int x = 0; x < target.getWidth(); x++) {
      int at = x * CHANNELS;
      float alpha = sums[at];
      float scale = alpha == 0 ? 0 : 1 / alpha;
      pixels[row * target.getWidth() + x] =
          rounded(alpha) << 24
              | rounded(sums[at + 1] * scale) << 16
              | rounded(sums[at + 2] * scale) << 8
              | rounded(sums[at + 3] * scale);
    }
    float[] done = sums;
    sums = next;
    next = done;
    Arrays.fill(next, 0);
  }

  private static int rounded(float value) {
    return Math.min(255, (int) (value + 0.5f));
  }
}
