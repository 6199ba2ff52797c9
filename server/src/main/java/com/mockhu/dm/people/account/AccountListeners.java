package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The listeners of all features. Calls them stage by stage; within a stage in the order of
 * registration.
 */
public final class AccountListeners {
  private volatile List<AccountListener> sorted = List.of();

  /** Called at the start, before requests come in. */
  public synchronized void add(Collection<? extends AccountListener> listeners) {
    sorted =
        Stream.concat(sorted.stream(), listeners.stream())
            .sorted(Comparator.comparing(AccountListener::stage))
            .toList();
  }

  public void created(Transaction transaction, Collection<UUID> userIds) throws SQLException {
    for (AccountListener listener : sorted) {
      listener.created(transaction, userIds);
    }
  }

  public void profilesChanged(Transaction transaction, Collection<UUID> userIds)
      throws SQLException {
    for (AccountListener listener : sorted) {
      listener.profilesChanged(transaction, userIds);
    }
  }

  public void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {
    for (AccountListener listener : sorted) {
      listener.preferencesChanged(transaction, userId);
    }
  }

  public void visibilityChanged(Transaction transaction, UUID userId) throws SQLException {
    for (AccountListener listener : sorted) {
      listener.visibilityChanged(transaction, userId);
    }
  }

  public void deleting(Transaction transaction, UUID userId) throws SQLException {
    for (AccountListener listener : sorted) {
      listener.deleting(transaction, userId);
    }
  }

  public void deleted(UUID userId) {
    sorted.forEach(listener -> listener.deleted(userId));
  }

  public void disabled(UUID userId) {
    sorted.forEach(listener -> listener.disabled(userId));
  }
}
