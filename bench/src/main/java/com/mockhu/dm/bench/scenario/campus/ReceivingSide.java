package com.mockhu.dm.bench.scenario.campus;

import com.mockhu.dm.bench.wire.socket.Hex;
import com.mockhu.dm.bench.wire.socket.MessageTemplate;
import com.mockhu.dm.bench.wire.socket.SocketListener;

/**
 * Handles replies to operations other than messages and passes other frames to the wrapped
 * listener.
 */
record ReceivingSide(Campus campus, SocketListener other) implements SocketListener {
  /** Not a hexadecimal digit, so it differs from the references of messages. */
  private static final char MARK = 'x';

  /** A reference that contains the operation and its due time. */
  static String reference(Activity activity, long dueAt) {
    return "%c%d%016x".formatted(MARK, activity.ordinal(), dueAt);
  }

  @Override
  public void text(byte[] bytes, int length) {
    int ref = campus.lane.ref.find(bytes, length);
    if (ref >= 0 && bytes[ref] == MARK) {
      answered(bytes, length, ref);
    } else {
      other.text(bytes, length);
    }
  }

  private void answered(byte[] bytes, int length, int ref) {
    Activity activity = Activity.values()[bytes[ref + 1] - '0'];
    int type = campus.lane.type.find(bytes, length);
    if (bytes[type] == 'a') {
      campus.diary.finished(activity, Hex.read(bytes, ref + 2, MessageTemplate.STAMP_DIGITS));
    } else {
      campus.diary.failed(activity);
    }
  }

  @Override
  public void closed(int code) {
    other.closed(code);
  }
}
