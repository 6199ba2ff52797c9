package com.mockhu.dm.message.send;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.List;

/** Counts outcomes of sends, once for each batch. */
final class SendMeters {
  private final Counter stored = Metric.counter("dm_messages_sent", "Messages stored");
  private final Counter replayed =
      Metric.counter(
          "dm_sends_repeated", "Sends whose message was there already, by client_message_id");
  private final Counter refused =
      Metric.counter(
          "dm_sends_refused", "Sends refused by a rule: blocked, no participant and such");

  void add(List<SendOutcome> outcomes) {
    int newOnes = 0;
    int again = 0;
    for (SendOutcome outcome : outcomes) {
      switch (outcome) {
        case SendOutcome.Stored _ -> newOnes++;
        case SendOutcome.Replayed _ -> again++;
        case SendOutcome.Refused _ -> {}
      }
    }
    stored.inc(newOnes);
    replayed.inc(again);
    refused.inc(outcomes.size() - newOnes - again);
  }

  void addTo(Meters meters) {
    meters.add(stored, replayed, refused);
  }
}
