package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Samples;
import com.mockhu.dm.platform.metric.Tally;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of sockets. */
final class SocketMeters {
  private final LongAdder opened = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder resumed = new LongAdder();
  private final LongAdder reset = new LongAdder();
  private final LongAdder left = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final Tally<CloseCode> closed = new Tally<>(CloseCode.class);
  private final Tally<ErrorCode> errors = new Tally<>(ErrorCode.class);

  void opened() {
    opened.increment();
  }

  void refused() {
    refused.increment();
  }

  /** {@code isPossible}: whether what was missed could be given. */
  void resumed(boolean isPossible) {
    (isPossible ? resumed : reset).increment();
  }

  void closed(CloseCode code) {
    closed.add(code);
  }

  /** The client said goodbye. */
  void left() {
    left.increment();
  }

  /** The line ended without a word. */
  void lost() {
    lost.increment();
  }

  void failed(ErrorCode code) {
    errors.add(code);
  }

  void addTo(Meters meters) {
    meters.counter(
        "dm_ws_handshakes",
        "Attempts to open a socket",
        Samples.of(opened::sum, "outcome", "opened").add(refused::sum, "outcome", "refused"));
    meters.counter(
        "dm_recover",
        "Cursors brought back: true could be resumed, false got a reset",
        Samples.of(resumed::sum, "recovered", "true").add(reset::sum, "recovered", "false"));
    meters.counter(
        "dm_ws_disconnects",
        "Ends of sockets: the server's close code, client, or 1006 for a line that broke",
        closed
            .samples("code", code -> Integer.toString(code.number()))
            .add(left::sum, "code", "client")
            .add(lost::sum, "code", "1006"));
    meters.counter(
        "dm_ws_errors", "Error frames, by code", errors.samples("code", ErrorCode::code));
  }
}
