package com.mockhu.dm.presence;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.ConversationSide;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.ClientFrame;
import com.mockhu.dm.feed.Connection;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.Frame;
import com.mockhu.dm.feed.FrameHandler;
import com.mockhu.dm.platform.database.Database;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The {@code typing} frame: shown to the other one, never stored, over by itself. */
final class Typing implements FrameHandler, AutoCloseable {
  private static final int LAPSE_SECONDS = 6;

  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final Map<ConversationSide, Future<?>> lapses = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("typing").factory());

  Typing(Database database, Feed feed, Conversations conversations) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
  }

  private record Shown(UUID conversationId, UUID userId, boolean isTyping) {}

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    boolean isTyping = frame.requiredFlag("is_typing");
    UUID userId = connection.userId();
    UUID id = frame.requiredId("conversation_id");
    Conversation conversation = database.read(t -> conversations.open(t, id, userId));
    if (conversation.peer(userId).isBlocked()) {
      return;
    }
    ConversationSide side = new ConversationSide(id, userId);
    UUID peer = conversation.peer(userId).userId();
    Future<?> before =
        isTyping
            ? lapses.put(
                side, timer.schedule(() -> stop(side, peer), LAPSE_SECONDS, TimeUnit.SECONDS))
            : lapses.remove(side);
    if (before != null) {
      before.cancel(false);
    }
    if (isTyping || before != null) {
      show(side, peer, isTyping);
    }
  }

  private void stop(ConversationSide side, UUID peer) {
    if (lapses.remove(side) != null) {
      show(side, peer, false);
    }
  }

  private void show(ConversationSide side, UUID peer, boolean isTyping) {
    Shown shown = new Shown(side.conversationId(), side.userId(), isTyping);
    feed.show(peer, Frame.of("user_typing", shown));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
