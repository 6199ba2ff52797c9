package com.mockhu.dm.bench.talk;

import com.mockhu.dm.bench.wire.socket.Hex;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import com.mockhu.dm.bench.wire.socket.SocketListener;

/** The person of a pair who reads. */
public final class Recipient implements SocketListener {
  private final Lane lane;

  public Recipient(Lane lane) {
    this.lane = lane;
  }

  @Override
  public void text(byte[] bytes, int length) {
    int type = lane.type.find(bytes, length);
    if (type >= 0 && bytes[type] == 'n' && bytes[type + 3] == '_') {
      received(bytes, length);
    }
  }

  private void received(byte[] bytes, int length) {
    int content = lane.content.find(bytes, length);
    if (content < 0) {
      throw new IllegalStateException("A new message without content");
    }
    long sentAt = Hex.read(bytes, content, MessageTemplate.STAMP_DIGITS);
    lane.tally.delivered++;
    lane.tally.toRecipient.recordValue(System.nanoTime() - sentAt);
  }

  @Override
  public void closed(int code) {
    lane.tally.closed++;
  }
}
