package com.mockhu.dm.socket.connection;

import com.mockhu.dm.feed.log.Cursor;
import com.mockhu.dm.feed.log.Head;
import com.mockhu.dm.feed.replay.Replay;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.socket.delivery.ServerFrames;
import java.util.Optional;

/** Decides where a socket begins: at its cursor, or now (behaviour §7). */
public final class ResumeFrame implements FrameHandler {
  private final Replay replay;

  public ResumeFrame(Replay replay) {
    this.replay = replay;
  }

  static void greet(Connection connection, Replay replay, Optional<String> cursor) {
    Head head = found(replay.headOfArrival(connection.userId()));
    String now = head.cursor().text();
    int seconds = (int) Heartbeat.INTERVAL.toSeconds();
    connection.greet(new ServerFrames.Hello("hello", connection.id().toString(), seconds, now));
    Optional<Cursor> known = cursor.flatMap(head::resumable);
    cursor.ifPresent(text -> connection.resumed(known.isPresent()));
    if (cursor.isPresent() && known.isEmpty()) {
      connection.answer(ServerFrames.at("reset", null, now));
    }
    long from = known.map(Cursor::seq).orElse(head.head());
    String resumed = known.isPresent() ? "" : null;
    connection.begin(head.epoch(), from, head.head(), resumed);
  }

  @Override
  public boolean isAnswering() {
    return true;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    String text =
        frame.text("cursor").orElseThrow(() -> ApiException.invalid("cursor is missing."));
    Head head = found(replay.head(connection.userId()));
    Optional<Cursor> known = head.resumable(text);
    connection.resumed(known.isPresent());
    if (known.isPresent()) {
      String ref = frame.ref();
      connection.begin(head.epoch(), known.get().seq(), head.head(), ref == null ? "" : ref);
    } else {
      String now = head.cursor().text();
      connection.answer(ServerFrames.at("reset", frame.ref(), now));
    }
  }

  private static Head found(Optional<Head> head) {
    return head.orElseThrow(() -> ApiException.unauthorized("The account was deleted."));
  }
}
