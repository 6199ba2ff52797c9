package com.mockhu.dm.identity;

import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it was told, as another feature would act on it. */
public final class RecordingListener implements AccountListener, SessionListener {
  public final List<String> heard = new CopyOnWriteArrayList<>();
  public volatile boolean failsDeletions;

  @Override
  public AccountStage stage() {
    return AccountStage.OWN_ROWS;
  }

  @Override
  public void created(Transaction transaction, Collection<UUID> userIds) {
    userIds.forEach(id -> heard.add("created " + id));
  }

  @Override
  public void profilesChanged(Transaction transaction, Collection<UUID> userIds) {
    userIds.forEach(id -> heard.add("profile " + id));
  }

  @Override
  public void signedOutElsewhere(UUID userId, UUID kept) {
    heard.add("signed out elsewhere " + userId);
  }

  @Override
  public void disabled(UUID userId) {
    heard.add("disabled " + userId);
  }

  @Override
  public void preferencesChanged(Transaction transaction, UUID userId) {
    heard.add("preferences " + userId);
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    boolean isThere = transaction.exists("SELECT 1 FROM users WHERE id = ?", userId);
    heard.add("deleting " + userId + (isThere ? "" : " who is gone already"));
    if (failsDeletions) {
      throw new SQLException("the other feature cannot");
    }
  }

  @Override
  public void deleted(UUID userId) {
    heard.add("deleted " + userId);
  }

  @Override
  public void signedOut(UUID userId, UUID sessionId) {
    heard.add("signed out " + userId);
  }
}
