package com.mockhu.dm.message.read;

import com.mockhu.dm.socket.connection.ClientFrame;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.FrameHandler;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * A frame that is one receipt. It is put on the writer's queue at once and answered after the
 * commit, so that a thousand of them gather into a few transactions.
 */
final class ReceiptFrame implements FrameHandler {
  private final BiFunction<Connection, ClientFrame, CompletableFuture<Receipt.Outcome>> submit;

  ReceiptFrame(BiFunction<Connection, ClientFrame, CompletableFuture<Receipt.Outcome>> submit) {
    this.submit = submit;
  }

  @Override
  public boolean isImmediate(ClientFrame frame) {
    return true;
  }

  @Override
  public boolean isAnswering() {
    return true;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    String ref = frame.ref();
    submit
        .apply(connection, frame)
        .whenComplete((outcome, failure) -> answer(connection, ref, outcome, failure));
  }

  private static void answer(
      Connection connection, String ref, Receipt.Outcome outcome, Throwable failure) {
    switch (outcome) {
      case null -> connection.fail(ref, failure);
      case Receipt.Outcome.Refused refused -> connection.fail(ref, refused.reason());
      case Receipt.Outcome.Stored _ -> connection.confirm(ref);
    }
  }
}
