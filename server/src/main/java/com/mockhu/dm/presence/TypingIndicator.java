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
 * The {@code typing} frame: shown to the others, never stored, ends by a timeout (behaviour §7.13).
 *
 * <p>Threads: any. Changes of one person in one conversation are decided and written inside the
 * map's compute, so in order.
 */
final class TypingIndicator implements FrameHandler {
  /** TypingIndicator is not shown in larger groups. */
  private static final int LARGEST_GROUP = 50;

  private final Database database;
  private final OpenSockets sockets;
  private final Conversations conversations;
  private final Blocks blocks;
  private final Scheduler scheduler;
  private final Hints hints;
  private final ConcurrentHashMap<ParticipantKey, TypingState> states = new ConcurrentHashMap<>();

  TypingIndicator(
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

  /** Whether other servers get a hint: not for typing that came by a hint. */
  private enum Reach {
    HERE,
    EVERYWHERE
  }

  /**
   * TypingIndicator at another server. It ends here by its own timeout if the hint of its end is
   * lost.
   */
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
    TypingState state = states.get(side);
    if (state == null || !state.isRecent(scheduler.nanos())) {
      check(side, isTyping);
    } else if (isTyping) {
      begin(side, state.audience(), Reach.EVERYWHERE);
    } else {
      end(side, Reach.EVERYWHERE);
    }
  }

  /** Checks permission at most once a second, because it needs the database. */
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

  /** The people who see it: nobody across a block in either direction, or in a large group. */
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
    states.compute(side, (key, before) -> begun(key, before, audience, reach));
  }

  private TypingState begun(
      ParticipantKey side, TypingState before, List<UUID> audience, Reach reach) {
    long now = scheduler.nanos();
    boolean isRecent = before != null && before.isRecent(now);
    if (isRecent && !before.isShown()) {
      return before;
    }
    if (before != null) {
      before.cancel();
    }
    TypingState state =
        new TypingState(
            audience, isRecent ? before.shownAt() : now, true, reach == Reach.EVERYWHERE);
    state.then(scheduler.after(TypingState.LAPSE, () -> lapse(side, state)));
    if (!isRecent) {
      show(side, audience, true, reach);
    }
    return state;
  }

  private void lapse(ParticipantKey side, TypingState state) {
    states.computeIfPresent(side, (key, now) -> now == state ? ended(key, now, Reach.HERE) : now);
  }

  private void end(ParticipantKey side, Reach reach) {
    states.computeIfPresent(side, (key, before) -> ended(key, before, reach));
  }

  /** Keeps the state until its second is over: the next start is not shown before. */
  private TypingState ended(ParticipantKey side, TypingState before, Reach reach) {
    if (!before.isShown()) {
      return before;
    }
    before.cancel();
    show(side, before.audience(), false, reach);
    if (!before.isRecent(scheduler.nanos())) {
      return null;
    }
    TypingState rest = new TypingState(before.audience(), before.shownAt(), false, before.isOurs());
    rest.then(scheduler.after(TypingState.PAUSE, () -> states.remove(side, rest)));
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

  /** Ends the sender's typing. Called for each message, so it returns at once when nobody types. */
  private void sent(UUID conversationId, UUID sender) {
    if (!states.isEmpty()) {
      end(new ParticipantKey(conversationId, sender), Reach.EVERYWHERE);
    }
  }

  /** The person's last socket at this server has closed; they may still type at another. */
  void left(UUID userId) {
    endAll(userId, TypingState::isOurs, Reach.EVERYWHERE);
  }

  /** Every server gets the hint of the block, so this one tells no other. */
  void parted(UUID one, UUID other) {
    endAll(one, state -> state.audience().contains(other), Reach.HERE);
    endAll(other, state -> state.audience().contains(one), Reach.HERE);
  }

  private void endAll(UUID userId, Predicate<TypingState> which, Reach reach) {
    states.forEach(
        (side, state) -> {
          if (side.userId().equals(userId) && which.test(state)) {
            end(side, reach);
          }
        });
  }
}
