package com.mockhu.dm.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photographs, painted: a repository needs no stranger's holiday in it. */
final class Scenes {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 900;

  /** Sky above and below, hills behind and in front. */
  private record Colours(int high, int low, int far, int near, int sun) {}

  private static final Map<String, Colours> LAND =
      Map.of(
          "sunset", new Colours(0x3A2C6B, 0xF7A072, 0x7B4B8A, 0x2E1F47, 0xFFE29A),
          "morning", new Colours(0x8EC9F0, 0xFDF1D0, 0x8FBF9F, 0x3F7D58, 0xFFF7D6),
          "lake", new Colours(0x6FB1FC, 0xDCEFFF, 0x6C8AA8, 0x2C5364, 0xFFFFFF),
          "autumn", new Colours(0xF6D8AE, 0xFBEFDB, 0xD98C4A, 0x8C3B1B, 0xFFF1C1),
          "night", new Colours(0x0B1033, 0x2B3A77, 0x18224D, 0x080B22, 0xF4F1DE),
          "campus", new Colours(0xA6D8FF, 0xEAF7FF, 0xB9D7A8, 0x6AA84F, 0xFFF3B0));

  private Scenes() {}

  static byte[] picture(String name) {
    Colours colours = LAND.get(name);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Random random = new Random(name.hashCode());
    sky(pen, colours, random);
    hills(pen, random, colours.far(), HEIGHT * 0.52, 90);
    hills(pen, random, mixed(colours), HEIGHT * (name.equals("lake") ? 0.58 : 0.66), 50);
    if (name.equals("lake")) {
      water(pen, colours, random);
    } else {
      hills(pen, random, colours.near(), HEIGHT * 0.8, 50);
    }
    pen.dispose();
    return file(image, "jpg");
  }

  private static void sky(Graphics2D pen, Colours colours, Random random) {
    pen.setPaint(
        new GradientPaint(
            0, 0, new Color(colours.high()), 0, HEIGHT * 0.75f, new Color(colours.low())));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    double x = WIDTH * (0.2 + 0.6 * random.nextDouble());
    double y = HEIGHT * 0.34;
    Color glow = new Color(colours.sun());
    pen.setPaint(
        new RadialGradientPaint(
            (float) x,
            (float) y,
            360,
            new float[] {0, 0.25f, 1},
            new Color[] {faint(glow, 190), faint(glow, 90), faint(glow, 0)}));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(glow);
    pen.fill(new Ellipse2D.Double(x - 58, y - 58, 116, 116));
  }

  private static Color faint(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  /** Lies before the far hills and takes its light from the sky. */
  private static void water(Graphics2D pen, Colours colours, Random random) {
    float shore = HEIGHT * 0.64f;
    pen.setPaint(
        new GradientPaint(
            0, shore, new Color(colours.low()), 0, HEIGHT, new Color(mixed(colours))));
    pen.fillRect(0, (int) shore, WIDTH, HEIGHT);
    for (int line = 0; line < 46; line++) {
      double y = shore + 6 + Math.pow(random.nextDouble(), 1.6) * (HEIGHT - shore);
      double width = 40 + random.nextDouble() * (y - shore) * 1.4;
      pen.setColor(faint(new Color(colours.sun()), 30 + random.nextInt(60)));
      pen.fill(new RoundRectangle2D.Double(random.nextDouble() * WIDTH - 40, y, width, 4, 4, 4));
    }
  }

  private static int mixed(Colours colours) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      result |= (((colours.far() >> shift & 255) + (colours.near() >> shift & 255)) / 2) << shift;
    }
    return result;
  }

  private static void hills(
      Graphics2D pen, Random random, int colour, double middle, double height) {
    double shift = random.nextDouble() * 10;
    Path2D line = new Path2D.Double();
    line.moveTo(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 8) {
      double wave = Math.sin(x / 170.0 + shift) + 0.4 * Math.sin(x / 61.0 + 2 * shift);
      line.lineTo(x, middle - height * wave);
    }
    line.lineTo(WIDTH, HEIGHT);
    pen.setColor(new Color(colour));
    pen.fill(line);
  }

  static byte[] file(BufferedImage image, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
