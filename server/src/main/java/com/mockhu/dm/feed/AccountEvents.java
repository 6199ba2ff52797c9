package com.mockhu.dm.feed;

import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happens to an account itself: its feed opens and ends with it, its settings are told. */
final class AccountEvents
    implements AccountListener, SessionListener, EventSource, Snapshot, SocketListeners.Listener {
  private static final short SETTINGS = 1;

  private final Feed feed;
  private final Sockets sockets;
  private final Accounts accounts;
  private final Hints hints;

  AccountEvents(Feed feed, Sockets sockets, Accounts accounts, Hints hints) {
    this.hints = hints;
    this.feed = feed;
    this.sockets = sockets;
    this.accounts = accounts;
    hints.on(Hint.SessionEnded.class, this::close);
    hints.on(Hint.OtherSessionsEnded.class, this::close);
    hints.on(Hint.AccountEnded.class, ended -> close(ended.userId()));
  }

  @Override
  public AccountStage stage() {
    return AccountStage.FEED;
  }

  @Override
  public void created(Transaction transaction, Collection<UUID> users) throws SQLException {
    feed.sql().open(transaction, users);
  }

  @Override
  public void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {
    FeedBatch batch = FeedBatch.empty();
    batch.add(userId, SETTINGS, null, null);
    feed.append(transaction, batch);
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    feed.sql().remove(transaction, userId);
  }

  @Override
  public void deleted(UUID userId) {
    hints.tellAll(new Hint.AccountEnded(userId));
  }

  @Override
  public void disabled(UUID userId) {
    hints.tellAll(new Hint.AccountEnded(userId));
  }

  @Override
  public void signedOut(UUID userId, UUID sessionId) {
    hints.tellAll(new Hint.SessionEnded(userId, sessionId));
  }

  @Override
  public void signedOutElsewhere(UUID userId, UUID kept) {
    hints.tellAll(new Hint.OtherSessionsEnded(userId, kept));
  }

  private void close(UUID userId) {
    accounts.changed(userId);
    feed.connections(userId).forEach(c -> c.close(CloseCode.ACCOUNT_GONE));
  }

  private void close(Hint.SessionEnded ended) {
    for (Session session : sockets.sessions()) {
      if (ended.sessionId().equals(session.connection().caller().sessionId())) {
        session.connection().close(CloseCode.TOKEN_ENDED);
      }
    }
  }

  private void close(Hint.OtherSessionsEnded ended) {
    UUID kept = ended.kept();
    for (Connection connection : feed.connections(ended.userId())) {
      UUID sessionId = connection.caller().sessionId();
      // A token without a session outlives the change of a password, and so does its socket.
      boolean isKept = kept != null && (sessionId == null || sessionId.equals(kept));
      if (!isKept) {
        connection.close(CloseCode.TOKEN_ENDED);
      }
    }
  }

  /** A socket that was proved before the account was disabled, and opened after. */
  @Override
  public void opened(UUID userId) {
    if (accounts.findArrival(userId).map(Account::isDisabled).orElse(false)) {
      close(userId);
    }
  }

  @Override
  public void lastClosed(UUID userId) {}

  @Override
  public Set<Short> kinds() {
    return Set.of(SETTINGS);
  }

  @Override
  public Map<Long, Frame> frames(Transaction transaction, UUID viewer, List<FeedEvent> events) {
    Map<Long, Frame> frames = new HashMap<>();
    accounts
        .find(viewer)
        .map(account -> Frame.of("settings_updated", account.preferences()))
        .ifPresent(frame -> events.forEach(event -> frames.put(event.seq(), frame)));
    return frames;
  }

  @Override
  public void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page) {
    accounts.find(viewer).ifPresent(account -> page.settings(account.preferences()));
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page) {
    if (after == null) {
      sync(transaction, viewer, List.of(), page);
    }
    return null;
  }
}
