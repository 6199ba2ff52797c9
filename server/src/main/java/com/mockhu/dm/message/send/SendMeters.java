package com.mockhu.dm.message.send;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Samples;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What became of sends; counted once for each batch. */
final class SendMeters {
  private final LongAdder stored = new LongAdder();
  private final LongAdder replayed = new LongAdder();
  private final LongAdder refused = new LongAdder();

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
    stored.add(newOnes);
    replayed.add(again);
    refused.add(outcomes.size() - newOnes - again);
  }

  void addTo(Meters meters) {
    meters.counter("dm_messages_sent", "Messages stored", Samples.of(stored::sum));
    meters.counter(
        "dm_sends_repeated",
        "Sends whose message was there already, by client_message_id",
        Samples.of(replayed::sum));
    meters.counter(
        "dm_sends_refused",
        "Sends refused by a rule: blocked, no participant and such",
        Samples.of(refused::sum));
  }
}
