package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.batch.BatchReader;
import com.mockhu.dm.platform.cache.FreshCache;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Finds people. Changes made by this server are visible at once, changes made by another server
 * within two seconds, or as soon as its hint arrives.
 */
public final class Accounts {
  /** The other person is the caller. */
  public static final Reason YOURSELF = new Reason("yourself");

  private static final String BY_ID =
      "SELECT" + AccountRows.COLUMNS + "FROM users WHERE id = ANY(?)";

  private static final int MOST_ARRIVALS = 200;

  private final Database database;
  private final FreshCache<UUID, Account> cache;
  private final BatchReader<UUID, Account> arrivals = new BatchReader<>(MOST_ARRIVALS, this::read);

  public Accounts(Database database, LongSupplier nanos) {
    this.database = database;
    this.cache = new FreshCache<>(nanos, Database::readingSince);
  }

  public Optional<Account> find(UUID id) {
    return cache.find(id, key -> Optional.ofNullable(read(List.of(key)).get(key)));
  }

  /**
   * Like {@link #find}, but reads many accounts in one statement when thousands connect at the same
   * time. Not allowed inside a transaction.
   */
  public Optional<Account> findArrival(UUID id) {
    return cache.find(id, arrivals::find);
  }

  /**
   * @throws ApiException {@code not_found} when there is no such person
   */
  public Account require(UUID id) {
    return find(id).orElseThrow(Accounts::unknown);
  }

  /** By id; people who do not exist are missing. */
  public Map<UUID, Account> all(Collection<UUID> ids) {
    return cache.all(ids, this::read);
  }

  /** Reads the database, not the cache. For events that are sent once and never corrected. */
  public Map<UUID, UserView> present(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, UserView> found = new HashMap<>();
    for (Account account : transaction.list(BY_ID, AccountRows::read, Column.uuids(ids))) {
      found.put(account.id(), account.view());
    }
    return found;
  }

  /** True while there is no account. */
  public boolean areNone() {
    return database.read(transaction -> !transaction.exists("SELECT 1 FROM users LIMIT 1"));
  }

  public static ApiException disabled() {
    return new ApiException(ErrorCode.ACCOUNT_DISABLED, "This account is disabled.");
  }

  public static ApiException unknown() {
    return ApiException.notFound("User not found");
  }

  /** Call after the commit of a change. */
  public void changed(UUID id) {
    cache.changed(id);
  }

  private Map<UUID, Account> read(Collection<UUID> ids) {
    Map<UUID, Account> found = new HashMap<>();
    database
        .read(t -> t.list(BY_ID, AccountRows::read, Column.uuids(ids)))
        .forEach(account -> found.put(account.id(), account));
    return found;
  }
}
