package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.wire.xmpp.ChatTemplate;
import com.mockhu.dm.bench.wire.xmpp.StanzaListener;

/** The person of a pair on a peer who reads. */
final class ChatRecipient implements StanzaListener {
  private final Lane lane;
  private final ChatSender sender;

  ChatRecipient(Lane lane, ChatSender sender) {
    this.lane = lane;
    this.sender = sender;
  }

  @Override
  public void stanza(byte[] bytes, int from, int to) {
    long sentAt = ChatTemplate.stamp(bytes, from, to);
    if (sentAt >= 0) {
      long now = System.nanoTime();
      lane.tally.delivered++;
      lane.tally.toRecipient.recordValue(now - sentAt);
      sender.arrived(now);
    }
  }

  @Override
  public void closed() {
    lane.tally.closed++;
  }
}
