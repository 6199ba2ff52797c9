package com.mockhu.dm.bench.run;

/**
 * Compares acknowledged messages with the database.
 *
 * @param missing acknowledged but not stored; must be 0
 * @param duplicates stored more than once under one key
 * @param unacknowledged stored, though no acknowledgement came (in time)
 * @param conversationsWithGaps whose {@code seq} isn't 1, 2, 3 …
 */
public record Verification(
    long acknowledged,
    long stored,
    long missing,
    long duplicates,
    long unacknowledged,
    long conversationsWithGaps) {
  public static final Verification NOTHING = new Verification(0, 0, 0, 0, 0, 0);

  public Verification plus(Verification other) {
    return new Verification(
        acknowledged + other.acknowledged,
        stored + other.stored,
        missing + other.missing,
        duplicates + other.duplicates,
        unacknowledged + other.unacknowledged,
        conversationsWithGaps + other.conversationsWithGaps);
  }

  public boolean isSound() {
    return missing == 0 && duplicates == 0 && conversationsWithGaps == 0;
  }

  public String sentence() {
    return "%s: %,d acknowledged, %,d stored, %,d missing, %,d twice, %,d unacknowledged, %,d gaps"
        .formatted(
            isSound() ? "kept" : "BROKEN",
            acknowledged,
            stored,
            missing,
            duplicates,
            unacknowledged,
            conversationsWithGaps);
  }
}
