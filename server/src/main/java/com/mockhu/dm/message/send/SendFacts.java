package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.privacy.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts read under the locks, from which the sends of a batch are decided.
 *
 * @param conversations those that exist, by id
 * @param earlier what was stored before
 * @param disabled participants whose account is disabled
 * @param firstRefusals refusals of the first message of an empty conversation, by sender
 */
record SendFacts(
    Map<UUID, Conversation> conversations,
    ReplayLookup earlier,
    Set<UUID> disabled,
    Map<Opener, Refusal> firstRefusals,
    TakeUploads uploads) {

  /** The sender of the first message of a conversation. */
  record Opener(UUID conversationId, UUID sender) {}

  /** Takes the uploads that a message names, each once. */
  @FunctionalInterface
  interface TakeUploads {
    /** Empty unless all exist, belong to the sender, and fit the type of the message. */
    Optional<List<Attachment>> take(UUID sender, Content content);
  }
}
