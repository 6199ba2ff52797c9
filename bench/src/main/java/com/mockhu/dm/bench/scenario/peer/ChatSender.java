package com.mockhu.dm.bench.scenario.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.xmpp.ChatTemplate;
import com.mockhu.dm.bench.wire.xmpp.StanzaListener;
import com.mockhu.dm.bench.wire.xmpp.XmppStream;

/** The person of a pair on a peer who writes; everything happens on the lane's loop. */
final class ChatSender implements StanzaListener, Writer {
  private static final int REFUSALS_SHOWN = 3;

  private final Lane lane;
  private final ChatTemplate template;
  private final boolean isClosedLoop;
  private XmppStream stream;

  ChatSender(Lane lane, ChatTemplate template, boolean isClosedLoop) {
    this.lane = lane;
    this.template = template;
    this.isClosedLoop = isClosedLoop;
  }

  void attach(XmppStream opened) {
    this.stream = opened;
  }

  @Override
  public void send(long time) {
    stream.send(template, time);
    lane.tally.sent++;
  }

  @Override
  public void flush() {
    stream.flush();
  }

  /** The recipient has the message, which completes it for this peer. */
  void arrived(long now) {
    if (isClosedLoop && lane.isSending) {
      send(now);
      flush();
    }
  }

  @Override
  public void stanza(byte[] bytes, int from, int to) {
    if (ChatTemplate.isError(bytes, from, to) && lane.tally.refused++ < REFUSALS_SHOWN) {
      System.err.println("Refused: " + new String(bytes, from, to - from, UTF_8));
    }
  }

  @Override
  public void closed() {
    lane.tally.closed++;
  }
}
