package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.message.access.ClientKey;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Messages that were already stored under a key or an id of a batch.
 *
 * @param byKey by the client's key, in whichever conversation
 * @param byId those whose own batch had an unknown outcome
 */
record ReplayLookup(Map<ClientKey, MessageRow> byKey, Map<UUID, MessageRow> byId) {

  /** What may have been stored before. */
  enum Doubt {
    /** Probably nothing; the insert finds a repeated key. */
    NONE,
    /** Clients are repeating sends. */
    REPETITIONS,
    /** The outcome of an earlier run of the same commands is unknown: each may be stored. */
    THE_SAME
  }

  static ReplayLookup of(
      Transaction transaction,
      List<SendCommand> commands,
      Map<UUID, Conversation> conversations,
      Set<UUID> disabled,
      Doubt doubt)
      throws SQLException {
    List<ClientKey> keyed =
        commands.stream()
            .filter(command -> command.clientMessageId() != null)
            .filter(command -> doubt != Doubt.NONE || !isPlain(command, conversations, disabled))
            .map(SendCommand::key)
            .toList();
    Map<ClientKey, MessageRow> byKey = new HashMap<>();
    if (!keyed.isEmpty()) {
      for (MessageRow row : MessageSql.byKeys(transaction, keyed)) {
        byKey.put(new ClientKey(row.senderId(), row.clientMessageId()), row);
      }
    }
    Map<UUID, MessageRow> byId = new HashMap<>();
    if (doubt == Doubt.THE_SAME) {
      List<UUID> ids = commands.stream().map(SendCommand::messageId).toList();
      MessageSql.byIds(transaction, ids).forEach(row -> byId.put(row.id(), row));
    }
    return new ReplayLookup(byKey, byId);
  }

  /**
   * Whether the insert alone finds a repetition. It does not where a rule may refuse the message: a
   * repetition of a stored message must not be refused.
   */
  private static boolean isPlain(
      SendCommand command, Map<UUID, Conversation> conversations, Set<UUID> disabled) {
    Conversation conversation = conversations.get(command.conversationId());
    return conversation != null
        && conversation.has(command.senderId())
        && conversation.lastSeq() > 0
        && conversation.participants().stream()
            .noneMatch(each -> each.isBlocked() || disabled.contains(each.userId()))
        && command.content().attachments().isEmpty();
  }

  List<MessageRow> all() {
    return java.util.stream.Stream.concat(byKey.values().stream(), byId.values().stream())
        .distinct()
        .toList();
  }
}
