package com.mockhu.dm.bench.scenario.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.xmpp.ArchiveQuery;
import com.mockhu.dm.bench.wire.xmpp.StanzaListener;
import com.mockhu.dm.bench.wire.xmpp.XmppStream;

/** Reads one page of a peer's archive again and again. */
final class ArchiveReader implements StanzaListener, Writer {
  private final Lane lane;
  private final byte[] query;
  private final int size;
  private XmppStream stream;
  private long askedAt;
  private int messages;

  /**
   * @param size messages that a whole page has; another number counts as refused
   */
  ArchiveReader(Lane lane, byte[] query, int size) {
    this.lane = lane;
    this.query = query;
    this.size = size;
  }

  void attach(XmppStream opened) {
    this.stream = opened;
  }

  @Override
  public void send(long time) {
    askedAt = time;
    messages = 0;
    stream.send(query);
    lane.tally.sent++;
  }

  @Override
  public void flush() {
    stream.flush();
  }

  @Override
  public void stanza(byte[] bytes, int from, int to) {
    if (ArchiveQuery.isMessage(bytes, from, to)) {
      messages++;
    } else if (ArchiveQuery.isEnd(bytes, from, to)) {
      finished(bytes, from, to);
    }
  }

  private void finished(byte[] bytes, int from, int to) {
    long now = System.nanoTime();
    if (messages != size) {
      lane.tally.refused++;
      System.err.println(
          "A page of " + messages + ": " + new String(bytes, from, to - from, UTF_8));
      return;
    }
    lane.tally.delivered++;
    lane.tally.toRecipient.recordValue(now - askedAt);
    if (lane.isSending) {
      send(now);
      flush();
    }
  }

  @Override
  public void closed() {
    lane.tally.closed++;
  }
}
