package com.mockhu.dm.people.profile;

import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.UUID;

/** Stores who follows whom. */
public final class Follows {
  private static final String ADD =
      """
      INSERT INTO follows (follower_id, followee_id)
      SELECT a.id, b.id FROM users a, users b WHERE a.id = ? AND b.id = ?
      ON CONFLICT DO NOTHING
      """;

  private final Database database;
  private final Accounts accounts;

  public Follows(Database database, Accounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  public boolean isFollowing(Transaction transaction, UUID follower, UUID followee)
      throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM follows WHERE follower_id = ? AND followee_id = ?", follower, followee);
  }

  /** Repeating it changes nothing. */
  public void follow(UUID follower, UUID followee) {
    check(follower, followee);
    database.transaction(t -> t.update(ADD, follower, followee));
  }

  /** Does nothing when {@code follower} does not follow. */
  public void unfollow(UUID follower, UUID followee) {
    check(follower, followee);
    database.transaction(
        t ->
            t.update(
                "DELETE FROM follows WHERE follower_id = ? AND followee_id = ?",
                follower,
                followee));
  }

  private void check(UUID follower, UUID followee) {
    if (follower.equals(followee)) {
      throw ApiException.invalid(Accounts.YOURSELF, "You cannot follow yourself.");
    }
    accounts.require(followee);
    accounts.require(follower);
  }
}
