package com.mockhu.dm.bench.talk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mockhu.dm.bench.run.Ledger;
import com.mockhu.dm.bench.wire.socket.Hex;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import com.mockhu.dm.bench.wire.socket.Socket;
import com.mockhu.dm.bench.wire.socket.SocketListener;
import java.util.concurrent.TimeUnit;

/** The person of a pair who writes; everything happens on the lane's loop. */
public final class Sender implements SocketListener, Writer {
  private static final int BREATHER_MILLIS = 100;
  private static final int REFUSALS_SHOWN = 3;

  private final Lane lane;
  private final Ledger ledger;
  private final MessageTemplate template;
  private final boolean isClosedLoop;
  private Socket socket;

  public Sender(Lane lane, Ledger ledger, MessageTemplate template, boolean isClosedLoop) {
    this.lane = lane;
    this.ledger = ledger;
    this.template = template;
    this.isClosedLoop = isClosedLoop;
  }

  public void attach(Socket opened) {
    this.socket = opened;
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void send(long time) {
    socket.send(template, time, ledger.next());
    lane.tally.sent++;
  }

  @Override
  public void flush() {
    socket.flush();
  }

  @Override
  public void text(byte[] bytes, int length) {
    int type = lane.type.find(bytes, length);
    if (type < 0) {
      return;
    }
    if (bytes[type] == 'a' && bytes[type + 1] == 'c') {
      acknowledged(bytes, length);
    } else if (bytes[type] == 'e') {
      refused(bytes, length);
    }
  }

  private void acknowledged(byte[] bytes, int length) {
    int ref = lane.ref.find(bytes, length);
    int number =
        (int) Hex.read(bytes, ref + MessageTemplate.STAMP_DIGITS, MessageTemplate.NUMBER_DIGITS);
    if (ref < 0 || !ledger.acknowledge(number)) {
      throw new IllegalStateException(
          "An ack that nobody waits for: " + new String(bytes, 0, length, UTF_8));
    }
    long now = System.nanoTime();
    lane.tally.acknowledged++;
    lane.tally.toAcknowledgement.recordValue(
        now - Hex.read(bytes, ref, MessageTemplate.STAMP_DIGITS));
    if (isClosedLoop && lane.isSending) {
      send(now);
    }
  }

  /** A refusal frees the place of its message, but not at once: it would only be refused again. */
  private void refused(byte[] bytes, int length) {
    if (lane.tally.refused++ < REFUSALS_SHOWN) {
      System.err.println("Refused: " + new String(bytes, 0, length, UTF_8));
    }
    if (isClosedLoop) {
      lane.loop().schedule(this::resume, BREATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void resume() {
    if (lane.isSending && socket.isOpen()) {
      send(System.nanoTime());
      flush();
    }
  }

  @Override
  public void closed(int code) {
    lane.tally.closed++;
  }
}
