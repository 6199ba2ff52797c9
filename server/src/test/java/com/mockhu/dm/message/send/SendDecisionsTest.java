package com.mockhu.dm.message.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ConversationKind;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.message.access.ClientKey;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.privacy.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of each send, without a database. */
class SendDecisionsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final UUID ALICE = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final UUID CAROL = new UUID(0, 3);
  private static final UUID DIRECT = new UUID(7, 0);
  private static final UUID GROUP = new UUID(7, 1);

  private final Map<UUID, Conversation> conversations = new HashMap<>();
  private final Map<ClientKey, MessageRow> byKey = new HashMap<>();
  private final Map<UUID, MessageRow> byId = new HashMap<>();
  private final Set<UUID> disabled = new HashSet<>();
  private final Map<SendFacts.Opener, Refusal> firstRefusals = new HashMap<>();

  private static Participant person(UUID id, boolean isBlocked) {
    return new Participant(id, 0, 0, 0, 0, 0, false, isBlocked);
  }

  private void direct(long lastSeq, Instant lastAt, boolean isAliceBlocked, boolean isBobBlocked) {
    conversations.put(
        DIRECT,
        new Conversation(
            DIRECT,
            ConversationKind.DIRECT,
            lastSeq,
            lastAt,
            null,
            List.of(person(ALICE, isAliceBlocked), person(BOB, isBobBlocked))));
  }

  private SendDecisions decisions() {
    return new SendDecisions(
        new SendFacts(
            conversations,
            new ReplayLookup(byKey, byId),
            disabled,
            firstRefusals,
            (sender, content) -> Optional.empty()),
        NOW);
  }

  private static SendCommand send(UUID sender, UUID conversation, String text, UUID key) {
    return new SendCommand(
        UUID.randomUUID(), sender, conversation, Content.of("text", text, List.of()), key);
  }

  private static MessageRow accepted(SendDecisions.Decision decision) {
    return assertInstanceOf(SendDecisions.Decision.Accepted.class, decision).row();
  }

  private static ErrorCode refusal(SendDecisions.Decision decision) {
    return assertInstanceOf(SendDecisions.Decision.Refused.class, decision).reason().code();
  }

  @Test
  void messages_of_one_batch_are_numbered_one_after_the_other() {
    direct(41, NOW, false, false);
    SendDecisions decisions = decisions();
    assertEquals(42, accepted(decisions.decide(send(ALICE, DIRECT, "one", null))).seq());
    assertEquals(43, accepted(decisions.decide(send(BOB, DIRECT, "two", null))).seq());
    assertEquals(2, decisions.pending().get(DIRECT).added().size());
  }

  @Test
  void time_never_runs_against_the_numbers() {
    Instant later = NOW.plusSeconds(5);
    direct(1, later, false, false);
    assertEquals(later, accepted(decisions().decide(send(ALICE, DIRECT, "hi", null))).createdAt());
  }

  @Test
  void the_same_key_twice_in_a_batch_is_one_message() {
    direct(1, NOW, false, false);
    SendDecisions decisions = decisions();
    UUID key = UUID.randomUUID();
    MessageRow first = accepted(decisions.decide(send(ALICE, DIRECT, "hi", key)));
    SendDecisions.Decision second = decisions.decide(send(ALICE, DIRECT, "hi", key));
    assertEquals(first, assertInstanceOf(SendDecisions.Decision.Repeated.class, second).row());
    assertEquals(
        ErrorCode.IDEMPOTENCY_CONFLICT,
        refusal(decisions.decide(send(ALICE, DIRECT, "other", key))));
    accepted(decisions.decide(send(BOB, DIRECT, "hi", key)));
  }

  @Test
  void a_key_of_another_conversation_is_a_conflict() {
    direct(1, NOW, false, false);
    group();
    SendDecisions decisions = decisions();
    UUID key = UUID.randomUUID();
    accepted(decisions.decide(send(ALICE, DIRECT, "hi", key)));
    assertEquals(
        ErrorCode.IDEMPOTENCY_CONFLICT, refusal(decisions.decide(send(ALICE, GROUP, "hi", key))));
  }

  @Test
  void a_refused_send_leaves_its_key_free() {
    direct(1, NOW, true, false);
    UUID key = UUID.randomUUID();
    assertEquals(ErrorCode.BLOCKED, refusal(decisions().decide(send(ALICE, DIRECT, "hi", key))));
    direct(1, NOW, false, false);
    accepted(decisions().decide(send(ALICE, DIRECT, "hi", key)));
  }

  @Test
  void a_repetition_is_no_send_even_across_a_block() {
    direct(1, NOW, true, false);
    UUID key = UUID.randomUUID();
    MessageRow earlier =
        new MessageRow(
            UUID.randomUUID(), DIRECT, 1, ALICE, "text", "hi", List.of(), key, false, null, NOW);
    byKey.put(new ClientKey(ALICE, key), earlier);
    assertInstanceOf(
        SendDecisions.Decision.Repeated.class, decisions().decide(send(ALICE, DIRECT, "hi", key)));
  }

  @Test
  void a_block_stops_both_sides() {
    direct(1, NOW, false, true);
    assertEquals(ErrorCode.BLOCKED, refusal(decisions().decide(send(ALICE, DIRECT, "a", null))));
    assertEquals(ErrorCode.BLOCKED, refusal(decisions().decide(send(BOB, DIRECT, "b", null))));
  }

  @Test
  void the_policy_counts_for_the_first_message_alone() {
    direct(0, null, false, false);
    firstRefusals.put(new SendFacts.Opener(DIRECT, ALICE), Refusal.NOBODY);
    SendDecisions decisions = decisions();
    assertEquals(
        ErrorCode.MESSAGING_NOT_ALLOWED, refusal(decisions.decide(send(ALICE, DIRECT, "a", null))));
    accepted(decisions.decide(send(BOB, DIRECT, "b", null)));
    assertEquals(2, accepted(decisions.decide(send(ALICE, DIRECT, "a", null))).seq());
  }

  @Test
  void an_earlier_try_with_an_unknown_outcome_is_found_by_its_id() {
    direct(3, NOW, true, false);
    SendCommand command = send(ALICE, DIRECT, "hi", null);
    MessageRow stored =
        new MessageRow(
            command.messageId(), DIRECT, 3, ALICE, "text", "hi", List.of(), null, false, null, NOW);
    byId.put(stored.id(), stored);
    assertEquals(new SendDecisions.Decision.StoredBefore(stored), decisions().decide(command));
  }

  @Test
  void strangers_and_unknown_conversations_are_refused() {
    direct(1, NOW, false, false);
    assertEquals(
        ErrorCode.NOT_PARTICIPANT, refusal(decisions().decide(send(CAROL, DIRECT, "c", null))));
    assertEquals(
        ErrorCode.NOT_FOUND,
        refusal(decisions().decide(send(CAROL, UUID.randomUUID(), "c", null))));
  }

  @Test
  void uploads_that_are_not_there_refuse_the_message() {
    direct(1, NOW, false, false);
    Content file =
        Content.of(
            "file",
            null,
            List.of(new com.mockhu.dm.file.upload.Uploads.Reference(UUID.randomUUID(), null)));
    SendCommand command = new SendCommand(UUID.randomUUID(), ALICE, DIRECT, file, null);
    assertEquals(ErrorCode.INVALID_REQUEST, refusal(decisions().decide(command)));
  }

  @Test
  void a_disabled_account_neither_sends_nor_receives() {
    direct(1, NOW, false, false);
    disabled.add(BOB);
    assertEquals(
        ErrorCode.MESSAGING_NOT_ALLOWED,
        refusal(decisions().decide(send(ALICE, DIRECT, "hi", null))));
    assertEquals(
        ErrorCode.ACCOUNT_DISABLED, refusal(decisions().decide(send(BOB, DIRECT, "hi", null))));
  }

  @Test
  void in_a_group_a_block_between_two_stops_nobody() {
    group();
    accepted(decisions().decide(send(ALICE, GROUP, "all", null)));
  }

  private void group() {
    conversations.put(
        GROUP,
        new Conversation(
            GROUP,
            ConversationKind.GROUP,
            0,
            null,
            null,
            List.of(person(ALICE, false), person(BOB, false), person(CAROL, false))));
  }
}
