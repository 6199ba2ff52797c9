package com.mockhu.dm.bench.scenario.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.talk.Writer;
import com.mockhu.dm.bench.wire.FieldScanner;
import com.mockhu.dm.bench.wire.socket.Hex;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import com.mockhu.dm.bench.wire.socket.Socket;
import com.mockhu.dm.bench.wire.socket.SocketListener;
import java.util.UUID;

/**
 * The person of a pair who acknowledges and reads what arrives; the writer goes on when the server
 * has confirmed the reading. Everything happens on the lane's loop.
 */
final class ReceiptReader implements SocketListener {
  private static final int UUID_LENGTH = 36;
  private static final int REFUSALS_SHOWN = 3;
  private static final String REF = "\"ref\":\"r\"}";

  private final Lane lane;
  private final ReceiptMode mode;
  private final UUID conversation;
  private final Writer writer;
  private final FieldScanner id = new FieldScanner("id");
  private final FieldScanner cursor = new FieldScanner("cursor");
  private final long[] sentAt;
  private int waiting;
  private Socket socket;

  ReceiptReader(Lane lane, ReceiptMode mode, UUID conversation, Writer writer) {
    this.lane = lane;
    this.mode = mode;
    this.conversation = conversation;
    this.writer = writer;
    this.sentAt = new long[mode.batch()];
  }

  void attach(Socket opened) {
    socket = opened;
  }

  @Override
  public void text(byte[] bytes, int length) {
    int type = lane.type.find(bytes, length);
    if (type < 0) {
      return;
    }
    if (bytes[type] == 'n' && bytes[type + 3] == '_') {
      arrived(bytes, length);
    } else if (bytes[type] == 'a' && bytes[type + 1] == 'c') {
      confirmed();
    } else if (bytes[type] == 'e') {
      refused(bytes, length);
    }
  }

  private void arrived(byte[] bytes, int length) {
    int content = lane.content.find(bytes, length);
    sentAt[waiting++] = Hex.read(bytes, content, MessageTemplate.STAMP_DIGITS);
    if (waiting < mode.batch()) {
      return;
    }
    switch (mode.kind()) {
      case NONE -> confirmed();
      case EACH -> {
        String message = new String(bytes, id.find(bytes, length), UUID_LENGTH, US_ASCII);
        say("delivered", "message_id", message, "}");
        say("read", "message_id", message, "," + REF);
      }
      case TOGETHER -> {
        say("received", "cursor", cursor(bytes, length), "}");
        say("read", "conversation_id", conversation.toString(), "," + REF);
      }
    }
  }

  private void say(String type, String field, String value, String end) {
    socket.send("{\"type\":\"" + type + "\",\"" + field + "\":\"" + value + '"' + end);
  }

  private String cursor(byte[] bytes, int length) {
    int start = cursor.find(bytes, length);
    int end = start;
    while (bytes[end] != '"') {
      end++;
    }
    return new String(bytes, start, end - start, US_ASCII);
  }

  private void confirmed() {
    long now = System.nanoTime();
    int complete = waiting;
    waiting = 0;
    lane.tally.delivered += complete;
    for (int i = 0; i < complete; i++) {
      lane.tally.toRecipient.recordValue(now - sentAt[i]);
      if (lane.isSending) {
        writer.send(now);
      }
    }
    writer.flush();
  }

  private void refused(byte[] bytes, int length) {
    if (lane.tally.refused++ < REFUSALS_SHOWN) {
      System.err.println("Refused: " + new String(bytes, 0, length, UTF_8));
    }
  }

  @Override
  public void closed(int code) {
    lane.tally.closed++;
  }
}
