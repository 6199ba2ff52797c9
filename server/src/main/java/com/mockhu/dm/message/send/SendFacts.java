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
 * What was found under the locks, before the sends of a batch are decided.
 *
 * @param conversations those that exist, by id
 * @param earlier what was stored before
 * @param disabled participants whose account is disabled
 * @param firstRefusals why somebody may not send the first message of an empty conversation, where
 *     they may not
 */
record SendFacts(
    Map<UUID, Conversation> conversations,
    ReplayLookup earlier,
    Set<UUID> disabled,
    Map<Opener, Refusal> firstRefusals,
    TakeUploads uploads) {

  /** Who would send the first message of a conversation. */
  record Opener(UUID conversationId, UUID sender) {}

  /** Takes the uploads that a message names, each once. */
  @FunctionalInterface
  interface TakeUploads {
    /** Empty unless all are there, the sender's own, and of the kind that the message may hold. */
    Optional<List<Attachment>> take(UUID sender, Content content);
  }
}
