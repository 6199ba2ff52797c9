package com.mockhu.dm.presence;

import com.mockhu.dm.account.AccountFeature;
import com.mockhu.dm.account.AccountListener;
import com.mockhu.dm.account.PresenceView;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.privacy.PrivacyFeature;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Builds presence and typing. */
public final class PresenceFeature implements AutoCloseable {
  private final Database database;
  private final FeedFeature feed;
  private final Presences presences;
  private Typing typing;
  private PresenceView acquainted;

  public PresenceFeature(
      Database database, AccountFeature account, FeedFeature feed, PrivacyFeature privacy) {
    this.database = database;
    this.feed = feed;
    this.presences = new Presences(database, feed.feed(), account.accounts(), privacy.blocks());
    account.listeners().add(new Cleaning());
  }

  private static final class Cleaning implements AccountListener {
    @Override
    public void deleting(Transaction transaction, UUID userId) throws SQLException {
      PresenceSql.remove(transaction, userId);
    }
  }

  /** For showing people to those who have a conversation with them. */
  public PresenceView view() {
    return presences;
  }

  /** For showing people to anybody; once started. */
  public PresenceView acquainted() {
    return acquainted;
  }

  /** The rest, which needs conversations to be there. */
  public void start(Conversations conversations, Clock clock) {
    acquainted = new AcquaintedPresence(database, conversations, presences);
    typing = new Typing(database, feed.feed(), conversations);
    feed.frames().add("typing", typing);
    feed.sockets().add(new StatusFrames(database, feed.feed(), conversations, presences, clock));
  }

  @Override
  public void close() {
    typing.close();
  }
}
