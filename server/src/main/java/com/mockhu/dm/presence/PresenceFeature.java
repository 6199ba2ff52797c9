package com.mockhu.dm.presence;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.config.ConfigPart;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.privacy.Blocks;
import com.mockhu.dm.socket.connection.FrameType;
import com.mockhu.dm.socket.connection.OpenSockets;
import com.mockhu.dm.socket.connection.SocketListener;
import java.util.List;
import java.util.UUID;

/** Builds what people see of presence and typing. */
public final class PresenceFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          new FixedLimit("watched_people", WatchFrame.MOST_WATCHED),
          new FixedLimit("presence_viewers", StatusFrames.MOST_PARTNERS),
          new FixedLimit("presence_per_second", StatusQueue.PEOPLE_A_SECOND),
          new FixedLimit("typing_per_second", 1));

  private final PresenceTracker tracker;
  private final Accounts accounts;
  private final StatusQueue queue;
  private final TypingIndicator typing;
  private final PresenceView partnerPresence;

  /** Where presence is shown, and to whom. */
  public record Audience(Conversations conversations, Blocks blocks, OpenSockets sockets) {}

  /** {@code scheduler}: as that of the tracker. */
  public PresenceFeature(
      Database database,
      PresenceTracker tracker,
      Accounts accounts,
      FeedFeature feed,
      Audience audience,
      Scheduler scheduler) {
    this.tracker = tracker;
    this.accounts = accounts;
    Conversations conversations = audience.conversations;
    VisiblePresence presences = tracker.presences();
    partnerPresence = new PartnerPresence(database, conversations, presences);
    typing =
        new TypingIndicator(
            database, audience.sockets, conversations, audience.blocks, scheduler, feed.hints());
    StatusFrames frames = new StatusFrames(database, audience.sockets, conversations, presences);
    queue = new StatusQueue(frames::send, feed.replay()::isBusy, Throttle.system());
    listen(feed.hints());
  }

  public Contribution contribution() {
    return new Contribution()
        .add(ConfigPart.class, new ConfigPart("presence", PresenceConfig.get()))
        .add(FrameType.class, new FrameType("typing", typing))
        .add(FrameType.class, new FrameType("watch", new WatchFrame(queue)))
        .add(SocketListener.class, new TypingEnd());
  }

  private final class TypingEnd implements SocketListener {
    @Override
    public void lastClosed(UUID userId) {
      typing.left(userId);
    }
  }

  private void listen(Hints hints) {
    hints.on(
        Hint.PresenceChanged.class, hint -> queue.add(new PresenceUpdate.Change(hint.userId())));
    hints.on(Hint.VisibilityChanged.class, this::revealed);
    hints.on(Hint.BlockChanged.class, hint -> parted(hint.one(), hint.other()));
  }

  private void revealed(Hint.VisibilityChanged hint) {
    accounts.changed(hint.userId());
    reveal(new PresenceUpdate.Reveal(hint.userId()), hint.userId());
  }

  /** A block was made or lifted between the two. */
  private void parted(UUID one, UUID other) {
    typing.parted(one, other);
    reveal(new PresenceUpdate.Between(one, other), one);
    reveal(new PresenceUpdate.Between(other, one), other);
  }

  /** Offline people need no correction: nobody was shown that they are online. */
  private void reveal(PresenceUpdate update, UUID about) {
    if (tracker.isOnline(about)) {
      queue.addFirst(update);
    }
  }

  /** For showing people to anybody. */
  public PresenceView partnerPresence() {
    return partnerPresence;
  }

  /** Close it before the tracker. */
  @Override
  public void close() {
    queue.close();
  }
}
