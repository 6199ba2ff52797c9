package com.mockhu.dm.privacy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.mockhu.dm.people.account.Account;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.json.NullableText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Blocking and asking whether one may write, over REST. */
final class PrivacyEndpoints {
  private static final int LONGEST_REASON = 1_000;

  private final Database database;
  private final Blocks blocks;
  private final MessagingPolicy policy;
  private final Accounts accounts;

  PrivacyEndpoints(Database database, Blocks blocks, MessagingPolicy policy, Accounts accounts) {
    this.database = database;
    this.blocks = blocks;
    this.policy = policy;
    this.accounts = accounts;
  }

  private record BlockBody(@JsonDeserialize(using = NullableText.class) String reason) {}

  private record BlockedUser(UUID id, String username, String fullName, Instant blockedAt) {}

  private record BlockedUsers(List<BlockedUser> blockedUsers) {}

  private record CanMessage(boolean canMessage, String reason, String reasonCode) {
    static final CanMessage YES = new CanMessage(true, null, null);

    static CanMessage no(Refusal refusal) {
      return new CanMessage(false, refusal.sentence(), refusal.reason().code());
    }
  }

  void addTo(Routes routes) {
    routes.person("POST", "/v1/users/{userId}/block", this::block);
    routes.person("DELETE", "/v1/users/{userId}/block", this::unblock);
    routes.person("GET", "/v1/users/blocked", this::blocked);
    routes.person("GET", "/v1/users/{userId}/can-message", this::canMessage);
  }

  private HttpResult block(Request request) {
    UUID other = other(request, "You cannot block yourself.");
    String reason = request.optionalBody(BlockBody.class).map(BlockBody::reason).orElse(null);
    if (reason != null && (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0)) {
      throw ApiException.invalid("reason must be plain text of at most 1,000 characters.");
    }
    blocks.block(request.userId(), other, reason);
    return HttpResult.done("User blocked successfully");
  }

  private HttpResult unblock(Request request) {
    blocks.unblock(request.userId(), other(request, "You cannot unblock yourself."));
    return HttpResult.done("User unblocked successfully");
  }

  private HttpResult blocked(Request request) {
    List<BlockSql.Block> all = database.read(t -> BlockSql.of(t, request.userId()));
    Map<UUID, Account> people = accounts.all(all.stream().map(BlockSql.Block::blockedId).toList());
    List<BlockedUser> shown = new ArrayList<>();
    for (BlockSql.Block block : all) {
      Account person = people.get(block.blockedId());
      if (person != null) {
        shown.add(
            new BlockedUser(person.id(), person.username(), person.fullName(), block.createdAt()));
      }
    }
    return HttpResult.ok(new BlockedUsers(shown));
  }

  private HttpResult canMessage(Request request) {
    UUID other = other(request, "You cannot message yourself.");
    return database.read(
        transaction ->
            policy
                .refusal(transaction, request.userId(), other)
                .map(refusal -> HttpResult.ok(CanMessage.no(refusal)))
                .orElseGet(() -> HttpResult.ok(CanMessage.YES)));
  }

  private UUID other(Request request, String refusalOfSelf) {
    UUID other = request.pathId("userId");
    if (other.equals(request.userId())) {
      throw ApiException.invalid(Accounts.YOURSELF, refusalOfSelf);
    }
    return accounts.require(other).id();
  }
}
