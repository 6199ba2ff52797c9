package com.mockhu.dm.presence;

import static java.util.stream.Collectors.toList;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.privacy.Blocks;
import com.mockhu.dm.socket.connection.ClientFrame;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.FrameHandler;
import com.mockhu.dm.socket.connection.OpenSockets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The {@code typing} frame: shown to the others, never stored, over by itself (behaviour §7.13).
 *
 * <p>Threads: any. What one side shows is decided and written inside the map's compute, and so in
 * order.
 */
final class Typing implements FrameHandler {
  /** In larger groups typing is shown to nobody. */
  private static final int LARGEST_GROUP = 50;

  private final Database database;
  private final OpenSockets sockets;
  private final Conversations conversations;
  private final Blocks blocks;
  private final Scheduler scheduler;
  private final Hints hints;
  private final ConcurrentHashMap<ParticipantKey, Spell> spells = new ConcurrentHashMap<>();

  Typing(
      Database database,
      OpenSockets sockets,
      Conversations conversations,
      Blocks blocks,
      Scheduler scheduler,
      Hints hints) {
    this.hints = hints;
    this.database = database;
    this.sockets = sockets;
    this.conversations = conversations;
    this.blocks = blocks;
    this.scheduler = scheduler;
    hints.on(Hint.Typing.class, this::hear);
    hints.on(Hint.MessageStored.class, stored -> sent(stored.conversationId(), stored.senderId()));
  }

  /** Whether other servers are told too: not of what they told this one. */
  private enum Reach {
    HERE,
    EVERYWHERE
  }

  /** Typing at another server: it ends here by itself, should the hint of its end be lost. */
  private void hear(Hint.Typing hint) {
    ParticipantKey side = new ParticipantKey(hint.conversationId(), hint.userId());
    if (hint.isTyping()) {
      begin(side, hint.viewers(), Reach.HERE);
    } else {
      end(side, Reach.HERE);
    }
  }

  private record Shown(UUID conversationId, UUID userId, boolean isTyping) {}

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    boolean isTyping = frame.requiredFlag("is_typing");
    UUID conversation = frame.requiredId("conversation_id");
    ParticipantKey side = new ParticipantKey(conversation, connection.userId());
    Spell spell = spells.get(side);
    if (spell == null || !spell.isRecent(scheduler.nanos())) {
      check(side, isTyping);
    } else if (isTyping) {
      begin(side, spell.audience(), Reach.EVERYWHERE);
    } else {
      end(side, Reach.EVERYWHERE);
    }
  }

  /** Only what is more than a second old needs asking whether it is still allowed. */
  private void check(ParticipantKey side, boolean isTyping) {
    Conversation conversation =
        database.read(t -> conversations.open(t, side.conversationId(), side.userId()));
    List<UUID> audience = audience(conversation, side.userId());
    if (isTyping && !audience.isEmpty()) {
      begin(side, audience, Reach.EVERYWHERE);
    } else {
      end(side, Reach.EVERYWHERE);
    }
  }

  /** Nobody across a block, whoever made it; nobody in a large group. */
  private List<UUID> audience(Conversation conversation, UUID typist) {
    if (conversation.isDirect()) {
      Participant peer = conversation.peer(typist);
      return peer.isBlocked() ? List.of() : List.of(peer.userId());
    }
    if (conversation.participants().size() > LARGEST_GROUP) {
      return List.of();
    }
    List<UUID> others =
        conversation.others(typist).stream().map(Participant::userId).collect(toList());
    others.removeAll(blocks.eitherWay(typist, others));
    return others;
  }

  private void begin(ParticipantKey side, List<UUID> audience, Reach reach) {
    spells.compute(side, (key, before) -> begun(key, before, audience, reach));
  }

  private Spell begun(ParticipantKey side, Spell before, List<UUID> audience, Reach reach) {
    long now = scheduler.nanos();
    boolean isRecent = before != null && before.isRecent(now);
    if (isRecent && !before.isShown()) {
      return before;
    }
    if (before != null) {
      before.cancel();
    }
    Spell spell =
        new Spell(audience, isRecent ? before.shownAt() : now, true, reach == Reach.EVERYWHERE);
    spell.then(scheduler.after(Spell.LAPSE, () -> lapse(side, spell)));
    if (!isRecent) {
      show(side, audience, true, reach);
    }
    return spell;
  }

  private void lapse(ParticipantKey side, Spell spell) {
    spells.computeIfPresent(side, (key, now) -> now == spell ? ended(key, now, Reach.HERE) : now);
  }

  private void end(ParticipantKey side, Reach reach) {
    spells.computeIfPresent(side, (key, before) -> ended(key, before, reach));
  }

  /** Remembered for the rest of its second, so that the next beginning waits that long. */
  private Spell ended(ParticipantKey side, Spell before, Reach reach) {
    if (!before.isShown()) {
      return before;
    }
    before.cancel();
    show(side, before.audience(), false, reach);
    if (!before.isRecent(scheduler.nanos())) {
      return null;
    }
    Spell rest = new Spell(before.audience(), before.shownAt(), false, before.isOurs());
    rest.then(scheduler.after(Spell.PAUSE, () -> spells.remove(side, rest)));
    return rest;
  }

  private void show(ParticipantKey side, List<UUID> audience, boolean isTyping, Reach reach) {
    Shown shown = new Shown(side.conversationId(), side.userId(), isTyping);
    Frame frame = Frame.of("user_typing", shown);
    audience.forEach(viewer -> sockets.show(viewer, frame));
    if (reach == Reach.EVERYWHERE) {
      hints.tellOthers(new Hint.Typing(side.conversationId(), side.userId(), audience, isTyping));
    }
  }

  /** Whoever has sent it types no longer. On the write path: nearly always nobody types. */
  private void sent(UUID conversationId, UUID sender) {
    if (!spells.isEmpty()) {
      end(new ParticipantKey(conversationId, sender), Reach.EVERYWHERE);
    }
  }

  /** The person's last socket at this server has closed; they may still type at another. */
  void left(UUID userId) {
    endAll(userId, Spell::isOurs, Reach.EVERYWHERE);
  }

  /** Every server hears of the block by itself. */
  void parted(UUID one, UUID other) {
    endAll(one, spell -> spell.audience().contains(other), Reach.HERE);
    endAll(other, spell -> spell.audience().contains(one), Reach.HERE);
  }

  private void endAll(UUID userId, Predicate<Spell> which, Reach reach) {
    spells.forEach(
        (side, spell) -> {
          if (side.userId().equals(userId) && which.test(spell)) {
            end(side, reach);
          }
        });
  }
}
