package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** All listeners as one, told in the order of adding. */
public final class AccountListeners implements AccountListener {
  private final List<AccountListener> all = new CopyOnWriteArrayList<>();

  public void add(AccountListener listener) {
    all.add(listener);
  }

  @Override
  public void created(Transaction transaction, Collection<UUID> userIds) throws SQLException {
    for (AccountListener listener : all) {
      listener.created(transaction, userIds);
    }
  }

  @Override
  public void profilesChanged(Transaction transaction, Collection<UUID> userIds)
      throws SQLException {
    for (AccountListener listener : all) {
      listener.profilesChanged(transaction, userIds);
    }
  }

  @Override
  public void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {
    for (AccountListener listener : all) {
      listener.preferencesChanged(transaction, userId);
    }
  }

  @Override
  public void visibilityChanged(Transaction transaction, UUID userId) throws SQLException {
    for (AccountListener listener : all) {
      listener.visibilityChanged(transaction, userId);
    }
  }

  @Override
  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    for (AccountListener listener : all) {
      listener.deleting(transaction, userId);
    }
  }

  @Override
  public void deleted(UUID userId) {
    all.forEach(listener -> listener.deleted(userId));
  }

  @Override
  public void signedOut(UUID userId, UUID sessionId) {
    all.forEach(listener -> listener.signedOut(userId, sessionId));
  }

  @Override
  public void signedOutElsewhere(UUID userId, UUID kept) {
    all.forEach(listener -> listener.signedOutElsewhere(userId, kept));
  }

  @Override
  public void disabled(UUID userId) {
    all.forEach(listener -> listener.disabled(userId));
  }
}
