package com.mockhu.dm.bench.abuse;

import java.util.Locale;

/**
 * The limits for the effect of an attack. A failed send of another person also exceeds them.
 *
 * @param latencyMillis the p99 of others' sends is below it
 * @param megabytes the server and its children stay below it
 */
record Bounds(int latencyMillis, int megabytes) {
  boolean hold(Outcome outcome) {
    return outcome.noticed().latency().p99() < latencyMillis
        && outcome.noticed().failed() == 0
        // Unknown memory is not compared.
        && !(outcome.most() >= megabytes);
  }

  String sentence(Outcome outcome) {
    OtherPeople.Noticed noticed = outcome.noticed();
    return String.format(
        Locale.ROOT,
        "%s %-11s others' sends p50 %,.0f ms, p99 %,.0f ms, max %,.0f ms, %,d of %,d failed;"
            + " server %.1f s of processor, %,.0f MiB at most, %,.0f MiB after"
            + " (bounds: p99 %,d ms, %,d MiB, none failed)",
        hold(outcome) ? "pass" : "FAIL",
        outcome.name(),
        noticed.latency().p50(),
        noticed.latency().p99(),
        noticed.latency().max(),
        noticed.failed(),
        noticed.sent(),
        outcome.processorSeconds(),
        outcome.most(),
        outcome.after(),
        latencyMillis,
        megabytes);
  }
}
