package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ApiException;
import java.util.Optional;

/** Where a socket begins: at the present, or at the cursor it brings (behaviour §7). */
final class Resume implements FrameHandler {
  private final Replay replay;

  Resume(Replay replay) {
    this.replay = replay;
  }

  static void greet(Connection connection, Replay replay, Optional<String> cursor) {
    FeedSql.Head head = found(replay.headOfArrival(connection.userId()));
    String now = Cursor.at(head.epoch(), head.head()).text();
    int seconds = (int) Session.HEARTBEAT.toSeconds();
    connection.greet(new Frames.Hello("hello", connection.id().toString(), seconds, now));
    Optional<Cursor> known = cursor.flatMap(text -> usable(text, head));
    cursor.ifPresent(text -> connection.resumed(known.isPresent()));
    if (cursor.isPresent() && known.isEmpty()) {
      connection.answer(Frames.at("reset", null, now));
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
    FeedSql.Head head = found(replay.head(connection.userId()));
    Optional<Cursor> known = usable(text, head);
    connection.resumed(known.isPresent());
    if (known.isPresent()) {
      String ref = frame.ref();
      connection.begin(head.epoch(), known.get().seq(), head.head(), ref == null ? "" : ref);
    } else {
      String now = Cursor.at(head.epoch(), head.head()).text();
      connection.answer(Frames.at("reset", frame.ref(), now));
    }
  }

  /** Empty for a cursor of another account or database, or from before what is kept. */
  static Optional<Cursor> usable(String text, FeedSql.Head head) {
    return Cursor.parse(text)
        .filter(cursor -> cursor.epoch() == head.epoch())
        .filter(cursor -> cursor.seq() >= head.floor() && cursor.seq() <= head.head());
  }

  private static FeedSql.Head found(Optional<FeedSql.Head> head) {
    return head.orElseThrow(() -> ApiException.unauthorized("This account is gone."));
  }
}
