package com.mockhu.dm.web;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 256 colours that stand best for all of a picture, by halving the widest box of colours again
 * and again (Heckbert's median cut): a picture of a page weighs a third then and looks the same.
 */
final class Palette {
  private static final int SIZE = 256;

  private final Map<Integer, Integer> places = new HashMap<>();
  private final byte[][] channels = new byte[3][SIZE];
  private int used;

  /** Colours with how often each occurs, and the channel in which they lie furthest apart. */
  private record Box(List<int[]> colours, int channel, long weight) {
    static Box of(List<int[]> colours) {
      int widest = 0;
      int reach = -1;
      for (int channel = 0; channel < 3; channel++) {
        int at = channel;
        int low = colours.stream().mapToInt(each -> each[at]).min().orElse(0);
        int high = colours.stream().mapToInt(each -> each[at]).max().orElse(0);
        if (high - low > reach) {
          reach = high - low;
          widest = channel;
        }
      }
      // Rare colours far apart, such as an icon's, must not drown in the many shades of a photo.
      long many = colours.stream().mapToLong(each -> each[3]).sum();
      return new Box(colours, widest, reach * (long) Math.cbrt(many));
    }

    List<Box> halves() {
      List<int[]> sorted = new ArrayList<>(colours);
      sorted.sort(Comparator.comparingInt(each -> each[channel]));
      int middle = sorted.size() / 2;
      return List.of(of(sorted.subList(0, middle)), of(sorted.subList(middle, sorted.size())));
    }

    int mean(int of) {
      long all = colours.stream().mapToLong(each -> each[3]).sum();
      return (int) (colours.stream().mapToLong(each -> (long) each[of] * each[3]).sum() / all);
    }
  }

  private Palette(BufferedImage image) {
    List<Box> boxes = new ArrayList<>(List.of(Box.of(colours(image))));
    while (boxes.size() < SIZE) {
      Box widest = boxes.stream().max(Comparator.comparingLong(Box::weight)).orElseThrow();
      if (widest.weight() == 0) {
        break;
      }
      boxes.remove(widest);
      boxes.addAll(widest.halves());
    }
    boxes.forEach(this::name);
  }

  private static List<int[]> colours(BufferedImage image) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        counts.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    List<int[]> all = new ArrayList<>();
    counts.forEach(
        (rgb, count) -> all.add(new int[] {rgb >> 16, rgb >> 8 & 255, rgb & 255, count}));
    all.sort(Comparator.comparingInt(each -> each[0] << 16 | each[1] << 8 | each[2]));
    return all;
  }

  private void name(Box box) {
    for (int channel = 0; channel < 3; channel++) {
      channels[channel][used] = (byte) box.mean(channel);
    }
    for (int[] each : box.colours()) {
      places.put(each[0] << 16 | each[1] << 8 | each[2], used);
    }
    used++;
  }

  static BufferedImage applied(BufferedImage image) {
    Palette palette = new Palette(image);
    IndexColorModel model =
        new IndexColorModel(8, SIZE, palette.channels[0], palette.channels[1], palette.channels[2]);
    BufferedImage result =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int place = palette.places.get(image.getRGB(x, y) & 0xFFFFFF);
        result.getRaster().setSample(x, y, 0, place);
      }
    }
    return result;
  }
}
