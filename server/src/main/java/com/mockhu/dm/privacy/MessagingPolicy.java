package com.mockhu.dm.privacy;

import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.WhoCanMessage;
import com.mockhu.dm.people.profile.Follows;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may write to whom: one ordered list of rules for every path that starts a conversation or
 * sends into an empty one (behaviour §6). The first rule that refuses gives the reason.
 */
public final class MessagingPolicy {
  private final Map<Refusal, MessagingRule> rules = new LinkedHashMap<>();
  private final Accounts accounts;
  private final Follows follows;
  private HaveTalked acquaintance = (transaction, one, other) -> false;

  MessagingPolicy(Accounts accounts, Follows follows) {
    this.accounts = accounts;
    this.follows = follows;
    rules.put(Refusal.BLOCKED_BY_RECIPIENT, (t, from, to) -> BlockSql.exists(t, to, from));
    rules.put(Refusal.RECIPIENT_BLOCKED, (t, from, to) -> BlockSql.exists(t, from, to));
    rules.put(Refusal.RECIPIENT_DISABLED, (t, from, to) -> isDisabled(to));
    rules.put(Refusal.FOLLOWERS_ONLY, this::isNoFollower);
    rules.put(Refusal.NOBODY, this::isClosed);
  }

  void know(HaveTalked known) {
    acquaintance = known;
  }

  public Optional<Refusal> refusal(Transaction transaction, UUID sender, UUID recipient)
      throws SQLException {
    for (Map.Entry<Refusal, MessagingRule> rule : rules.entrySet()) {
      if (rule.getValue().refuses(transaction, sender, recipient)) {
        return Optional.of(rule.getKey());
      }
    }
    return Optional.empty();
  }

  private boolean isDisabled(UUID userId) {
    return accounts.find(userId).map(Account::isDisabled).orElse(false);
  }

  private boolean isNoFollower(Transaction transaction, UUID sender, UUID recipient)
      throws SQLException {
    return wants(recipient, WhoCanMessage.FOLLOWERS)
        && !follows.isFollowing(transaction, sender, recipient)
        && !acquaintance.haveTalked(transaction, sender, recipient);
  }

  private boolean isClosed(Transaction transaction, UUID sender, UUID recipient)
      throws SQLException {
    return wants(recipient, WhoCanMessage.NONE)
        && !acquaintance.haveTalked(transaction, sender, recipient);
  }

  private boolean wants(UUID userId, WhoCanMessage choice) {
    return accounts
        .find(userId)
        .map(account -> account.preferences().whoCanMessage() == choice)
        .orElse(false);
  }
}
