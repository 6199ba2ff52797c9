package com.mockhu.dm.bench.scenario.campus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The operations of {@code mixed}, with their share in percent. */
enum Activity {
  SEND(40),
  TYPING(25),
  READ(20),
  PAGE(10),
  PRESENCE(4),
  UPLOAD(1);

  private static final long SEED = 6;

  private final int share;

  Activity(int share) {
    this.share = share;
  }

  /** A hundred operations in a shuffled order that is the same in every run. */
  static List<Activity> hundred() {
    List<Activity> all = new ArrayList<>();
    for (Activity each : values()) {
      all.addAll(Collections.nCopies(each.share, each));
    }
    Collections.shuffle(all, new Random(SEED));
    return all;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
