package com.mockhu.dm.group.change;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.member.GroupInfo;
import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.conversation.member.GroupSql;
import com.mockhu.dm.conversation.member.Role;
import com.mockhu.dm.conversation.participant.ConversationIds;
import com.mockhu.dm.conversation.participant.ConversationSql;
import com.mockhu.dm.group.change.AddPeople.Added;
import com.mockhu.dm.group.store.CreationSql;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.people.account.PersonLocks;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a group with its first members. */
public final class CreateGroup {
  private final Database database;
  private final Conversations conversations;
  private final Groups groups;
  private final AddPeople adding;

  public CreateGroup(
      Database database, Conversations conversations, Groups groups, AddPeople adding) {
    this.database = database;
    this.conversations = conversations;
    this.groups = groups;
    this.adding = adding;
  }

  /**
   * @param people without the creator, each once
   * @param key null without one
   * @param hash of the request, so that a key is not used for another one
   */
  public record Wanted(
      String name,
      String description,
      List<UUID> people,
      GroupPermissions permissions,
      boolean isHistoryOpen,
      UUID key,
      String hash) {}

  /** {@code isNew}: made by this call. */
  public record Created(UUID id, List<Added> outcomes, boolean isNew) {}

  /**
   * @throws ApiException {@code idempotency_conflict}; {@code conflict} for a person of too many
   *     groups
   */
  public Created create(UUID creator, Wanted wanted) {
    List<UUID> all = new ArrayList<>(wanted.people);
    all.add(creator);
    return database.transaction(
        transaction -> {
          PersonLocks.lockAll(transaction, all);
          Optional<CreationSql.Creation> earlier =
              wanted.key == null
                  ? Optional.empty()
                  : CreationSql.find(transaction, creator, wanted.key);
          return earlier.isPresent()
              ? repeated(earlier.get(), wanted)
              : create(transaction, creator, wanted);
        });
  }

  private static Created repeated(CreationSql.Creation earlier, Wanted wanted) {
    if (!earlier.requestHash().equals(wanted.hash)) {
      throw new ApiException(
          ErrorCode.IDEMPOTENCY_CONFLICT, "This Idempotency-Key was used for another group.");
    }
    List<Added> outcomes = List.of(Json.stored(earlier.outcomes(), Added[].class));
    return new Created(earlier.conversationId(), outcomes, false);
  }

  private Created create(Transaction transaction, UUID creator, Wanted wanted) throws SQLException {
    GroupLimits.requireRoomOf(transaction, creator);
    UUID id = ConversationIds.nextGroup();
    found(transaction, id, creator, wanted);
    List<Added> outcomes =
        groups.run(
            transaction,
            conversations.lock(transaction, List.of(id)).get(id),
            change -> {
              change.join(creator, Role.OWNER, null);
              List<Added> added = adding.judge(change, creator, wanted.people, true);
              change.say(creator, SystemEvent.created(AddPeople.joined(added)));
              return added;
            });
    if (wanted.key != null) {
      CreationSql.insert(
          transaction,
          creator,
          wanted.key,
          new CreationSql.Creation(id, wanted.hash, Json.text(outcomes)));
    }
    return new Created(id, outcomes, true);
  }

  private void found(Transaction transaction, UUID id, UUID creator, Wanted wanted) {
    Instant now = groups.now();
    ConversationSql.insertGroup(transaction, id, creator, wanted.permissions.bits(), now);
    GroupSql.insert(
        transaction,
        new GroupInfo(id, wanted.name, wanted.description, null, wanted.isHistoryOpen));
  }
}
