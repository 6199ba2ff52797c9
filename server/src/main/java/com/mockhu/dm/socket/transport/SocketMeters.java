package com.mockhu.dm.socket.transport;

import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;

/** Counters of sockets. */
public final class SocketMeters {
  private final Counter handshakes =
      Metric.counter("dm_ws_handshakes", "Attempts to open a socket", "outcome");
  private final Counter recoveries =
      Metric.counter(
          "dm_recover",
          "Cursors brought back: true could be resumed, false got a reset",
          "recovered");
  private final Tally<CloseCode> closed =
      new Tally<>(
          Metric.counter(
              "dm_ws_disconnects",
              "Ends of sockets: the server's close code, client, or 1006 for a line that broke",
              "code"),
          CloseCode.class,
          code -> Integer.toString(code.number()));
  private final Tally<ErrorCode> errors =
      new Tally<>(
          Metric.counter("dm_ws_errors", "Error frames, by code", "code"),
          ErrorCode.class,
          ErrorCode::code);
  private final CounterDataPoint opened = handshakes.labelValues("opened");
  private final CounterDataPoint refused = handshakes.labelValues("refused");
  private final CounterDataPoint resumed = recoveries.labelValues("true");
  private final CounterDataPoint reset = recoveries.labelValues("false");
  private final CounterDataPoint left = closed.counter().labelValues("client");
  private final CounterDataPoint lost = closed.counter().labelValues("1006");

  public void opened() {
    opened.inc();
  }

  public void refused() {
    refused.inc();
  }

  /** {@code isPossible}: whether the missed events were still kept. */
  void resumed(boolean isPossible) {
    (isPossible ? resumed : reset).inc();
  }

  void closed(CloseCode code) {
    closed.add(code);
  }

  /** The client sent a close frame. */
  void left() {
    left.inc();
  }

  /** The connection ended without a close frame. */
  void lost() {
    lost.inc();
  }

  void failed(ErrorCode code) {
    errors.add(code);
  }

  public void addTo(Meters meters) {
    meters.add(handshakes, recoveries, closed.counter(), errors.counter());
  }
}
