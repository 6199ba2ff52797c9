package com.mockhu.dm.platform.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a misspelt setting was probably meant to be. */
final class Spelling {
  /** Farther apart than this, names have nothing to do with each other. */
  private static final int MOST_EDITS = 3;

  private Spelling() {}

  static String sentence(String unknown, Collection<String> known) {
    return unknown
        + " is unknown"
        + nearest(unknown, known).map(name -> "; did you mean " + name + "?").orElse(";")
        + " docs/settings.md lists all settings.";
  }

  static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> edits(word, name) <= MOST_EDITS)
        .min(Comparator.comparingInt(name -> edits(word, name)));
  }

  /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
  static int edits(String from, String to) {
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        least[i][j] = i == 0 || j == 0 ? i + j : step(least, from, to, i, j);
      }
    }
    return least[from.length()][to.length()];
  }

  private static int step(int[][] least, String from, String to, int i, int j) {
    int replaced = least[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
    boolean isSwap =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return isSwap ? Math.min(best, least[i - 2][j - 2] + 1) : best;
  }
}
