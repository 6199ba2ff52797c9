package com.mockhu.dm.bench.scenario.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.socket.HttpLine;

/** Reads one page over HTTP again and again; every time it must be as long as the first time. */
final class PageReader implements Writer {
  private static final int OK = 200;

  private final Lane lane;
  private final HttpLine line;
  private final byte[] request;
  private int expected;

  PageReader(Lane lane, HttpLine line, byte[] request) {
    this.lane = lane;
    this.line = line;
    this.request = request;
  }

  @Override
  public void send(long time) {
    lane.tally.sent++;
    line.ask(request, (status, body, length) -> answered(time, status, body, length));
  }

  @Override
  public void flush() {}

  private void answered(long askedAt, int status, byte[] body, int length) {
    long now = System.nanoTime();
    expected = expected == 0 ? length : expected;
    if (status != OK || length != expected) {
      lane.tally.refused++;
      System.err.println(
          "Not the page: %d, %s"
              .formatted(status, new String(body, 0, Math.min(length, OK), UTF_8)));
      return;
    }
    lane.tally.delivered++;
    lane.tally.toRecipient.recordValue(now - askedAt);
    if (lane.isSending) {
      send(now);
    }
  }
}
