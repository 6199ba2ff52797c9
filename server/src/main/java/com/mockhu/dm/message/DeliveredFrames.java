package com.mockhu.dm.message;

import com.mockhu.dm.feed.ClientFrame;
import com.mockhu.dm.feed.Connection;
import com.mockhu.dm.feed.FrameHandler;
import java.util.Optional;

/**
 * The {@code delivered} frame, one a message. It is put on the writer's queue at once and answered
 * after the commit, so that a thousand of them gather into a few transactions.
 */
final class DeliveredFrames implements FrameHandler {
  private final Delivering delivering;

  DeliveredFrames(Delivering delivering) {
    this.delivering = delivering;
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
    delivering
        .claimed(connection.userId(), frame.requiredId("message_id"))
        .exceptionally(Optional::of)
        .thenAccept(
            fault ->
                fault.ifPresentOrElse(
                    failure -> connection.fail(ref, failure), () -> connection.confirm(ref)));
  }
}
