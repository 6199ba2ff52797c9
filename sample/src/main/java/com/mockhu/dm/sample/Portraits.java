package com.mockhu.dm.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Faces in a few shapes. */
final class Portraits {
  private static final int SIZE = 400;

  private final Color background;
  private final Color skin;
  private final Color hair;
  private final String style;
  private final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D pen = image.createGraphics();

  private Portraits(String[] look) {
    this.background = colour(look[0]);
    this.skin = colour(look[1]);
    this.hair = colour(look[2]);
    this.style = look[3];
  }

  /** A PNG, of background, skin, hair and a style, as the list of people has them. */
  static byte[] of(String look) {
    Portraits portrait = new Portraits(look.split(" "));
    portrait.paint();
    return Scenes.file(portrait.image, "png");
  }

  private static Color colour(String hex) {
    return new Color(Integer.parseInt(hex, 16));
  }

  private static Color shade(Color colour, double by) {
    return new Color(
        (int) (colour.getRed() * by),
        (int) (colour.getGreen() * by),
        (int) (colour.getBlue() * by));
  }

  private void paint() {
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(background);
    pen.fillRect(0, 0, SIZE, SIZE);
    pen.translate(SIZE / 2, SIZE);
    pen.scale(1.12, 1.12);
    pen.translate(-SIZE / 2, -SIZE);
    behind();
    oval(shade(skin, 0.86), 166, 236, 68, 100);
    oval(shade(background, 0.62), 70, 306, 260, 220);
    oval(skin, 130, 110, 140, 175);
    fringe();
    face();
    pen.dispose();
  }

  private void behind() {
    switch (style) {
      case "long" -> box(105, 95, 190, 235, 110);
      case "bob" -> box(110, 90, 180, 165, 90);
      case "bun" -> {
        oval(hair, 160, 40, 80, 80);
        oval(hair, 118, 84, 164, 150);
      }
      case "curly" -> {
        for (int i = 0; i < 9; i++) {
          double angle = Math.PI + i * Math.PI / 8;
          oval(hair, 168 + 76 * Math.cos(angle), 140 + 66 * Math.sin(angle), 64, 64);
        }
      }
      case "scarf" -> box(100, 78, 200, 260, 120);
      default -> oval(hair, 120, 82, 160, 130);
    }
  }

  private void fringe() {
    pen.setColor(hair);
    pen.fill(new Arc2D.Double(124, 88, 152, 130, 0, 180, Arc2D.CHORD));
    if (style.equals("scarf")) {
      oval(skin, 142, 122, 116, 150);
    }
  }

  private void face() {
    Color dark = new Color(0x1E1519);
    for (int x : new int[] {166, 216}) {
      oval(new Color(0xFFFDF8), x - 3, 186, 24, 22);
      oval(dark, x + 2, 188, 15, 18);
      oval(Color.WHITE, x + 9, 190, 5, 5);
    }
    cheeks();
    pen.setColor(dark);
    pen.setStroke(new java.awt.BasicStroke(5, java.awt.BasicStroke.CAP_ROUND, 0));
    pen.draw(new Arc2D.Double(178, 212, 44, 32, 200, 140, Arc2D.OPEN));
  }

  private void cheeks() {
    Color blush = new Color(0xE8, 0x5A, 0x5A, 38);
    oval(blush, 140, 216, 36, 24);
    oval(blush, 224, 216, 36, 24);
  }

  private void oval(Color colour, double x, double y, double width, double height) {
    pen.setColor(colour);
    pen.fill(new Ellipse2D.Double(x, y, width, height));
  }

  private void box(double x, double y, double width, double height, double round) {
    pen.setColor(hair);
    pen.fill(new RoundRectangle2D.Double(x, y, width, height, round, round));
  }
}
