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
import com.mockhu.dm.platform.time.Scheduler;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The {@code typing} frame: shown to the other one, never stored, over by itself (behaviour §7.13).
 *
 * <p>Threads: any. What one side shows is decided and written inside the map's compute, and so in
 * order.
 */
final class Typing implements FrameHandler {
  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final Scheduler scheduler;
  private final ConcurrentHashMap<ConversationSide, Spell> spells = new ConcurrentHashMap<>();

  Typing(Database database, Feed feed, Conversations conversations, Scheduler scheduler) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.scheduler = scheduler;
  }

  private record Shown(UUID conversationId, UUID userId, boolean isTyping) {}

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    boolean isTyping = frame.requiredFlag("is_typing");
    UUID conversation = frame.requiredId("conversation_id");
    ConversationSide side = new ConversationSide(conversation, connection.userId());
    Spell spell = spells.get(side);
    if (spell == null || !spell.isRecent(scheduler.nanos())) {
      check(side, isTyping);
    } else if (isTyping) {
      begin(side, spell.peer());
    } else {
      end(side);
    }
  }

  /** Only what is more than a second old needs asking whether it is still allowed. */
  private void check(ConversationSide side, boolean isTyping) {
    Conversation conversation =
        database.read(t -> conversations.open(t, side.conversationId(), side.userId()));
    Conversation.Side peer = conversation.peer(side.userId());
    if (isTyping && !peer.isBlocked()) {
      begin(side, peer.userId());
    } else {
      end(side);
    }
  }

  private void begin(ConversationSide side, UUID peer) {
    spells.compute(side, (key, before) -> begun(key, before, peer));
  }

  private Spell begun(ConversationSide side, Spell before, UUID peer) {
    long now = scheduler.nanos();
    boolean isRecent = before != null && before.isRecent(now);
    if (isRecent && !before.isShown()) {
      return before;
    }
    if (before != null) {
      before.cancel();
    }
    Spell spell = new Spell(peer, isRecent ? before.shownAt() : now, true);
    spell.then(scheduler.after(Spell.LAPSE, () -> lapse(side, spell)));
    if (!isRecent) {
      show(side, peer, true);
    }
    return spell;
  }

  private void lapse(ConversationSide side, Spell spell) {
    spells.computeIfPresent(side, (key, now) -> now == spell ? ended(key, now) : now);
  }

  private void end(ConversationSide side) {
    spells.computeIfPresent(side, this::ended);
  }

  /** Remembered for the rest of its second, so that the next beginning waits that long. */
  private Spell ended(ConversationSide side, Spell before) {
    if (!before.isShown()) {
      return before;
    }
    before.cancel();
    show(side, before.peer(), false);
    if (!before.isRecent(scheduler.nanos())) {
      return null;
    }
    Spell rest = new Spell(before.peer(), before.shownAt(), false);
    rest.then(scheduler.after(Spell.PAUSE, () -> spells.remove(side, rest)));
    return rest;
  }

  private void show(ConversationSide side, UUID peer, boolean isTyping) {
    Shown shown = new Shown(side.conversationId(), side.userId(), isTyping);
    feed.show(peer, Frame.of("user_typing", shown));
  }

  /** Whoever has sent it types no longer. On the write path: nearly always nobody types. */
  void sent(UUID conversationId, UUID sender) {
    if (!spells.isEmpty()) {
      end(new ConversationSide(conversationId, sender));
    }
  }

  void left(UUID userId) {
    endAll(side -> side.userId().equals(userId), peer -> true);
  }

  void parted(UUID one, UUID other) {
    endAll(side -> side.userId().equals(one), other::equals);
    endAll(side -> side.userId().equals(other), one::equals);
  }

  private void endAll(Predicate<ConversationSide> whose, Predicate<UUID> shownTo) {
    spells.forEach(
        (side, spell) -> {
          if (whose.test(side) && shownTo.test(spell.peer())) {
            end(side);
          }
        });
  }
}
