package com.mockhu.dm.file.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Draft;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Messages that carry files. */
class AttachmentMessageTest extends CampusTest {
  private static final byte[] TEXT = Papers.text("the assignment");

  private static JsonNode imageOf(Person person) {
    return person.uploads(Form.images().file("sunset.png", Pixels.png(30, 20))).path(0);
  }

  private static JsonNode fileOf(Person person) {
    return person.uploads(Form.files().file("work.txt", TEXT)).path(0);
  }

  private static Map<String, Object> byId(JsonNode upload) {
    return Map.of("id", upload.path("id").asText());
  }

  private static Draft<Message> message(Person from, String type, String caption, Object... named) {
    return from.sends(caption).with("message_type", type).with("attachments", List.of(named));
  }

  private static Draft<Answer> attempt(Person from, String type, Object named) {
    return from.triesToSend(null).with("message_type", type).with("attachments", named);
  }

  private static String path(JsonNode attachment) {
    return "/v1/messages/files/" + attachment.path("id").asText();
  }

  @Test
  void a_photo_reaches_the_other_with_all_that_is_known_of_it() {
    JsonNode upload = imageOf(alice);
    var socket = bob.connects();
    Message sent = message(alice, "image", "look", byId(upload)).to(bob);
    JsonNode attachment = sent.json().path("attachments").path(0);
    for (String field : List.of("id", "type", "url", "thumbnail_url", "filename", "uploaded_at")) {
      assertEquals(upload.path(field), attachment.path(field));
    }
    assertEquals("look", sent.content());
    assertEquals(30, attachment.path("width").asInt());
    JsonNode live = socket.awaits("new_message").path("data").path("attachments").path(0);
    assertEquals(upload.path("url"), live.path("url"));
    Message read = bob.peeksAt(sent.conversation()).messages().getFirst();
    JsonNode there = read.json().path("attachments").path(0);
    assertEquals(200, bob.downloads(there.path("url").asText()).statusCode());
    assertEquals(200, bob.downloads(there.path("thumbnail_url").asText()).statusCode());
    assertEquals(
        200,
        campus.http().download("GET", there.path("signed_url").asText(), Map.of()).statusCode());
    carol.gets(path(there)).isRefused(403, "not_participant");
  }

  @Test
  void a_file_message_may_mix_and_shows_in_the_inbox_without_a_caption() {
    Message sent =
        message(
                alice,
                "file",
                null,
                Map.of(
                    "type", "image",
                    "url", fileOf(alice).path("url").asText(),
                    "filename", "lies.exe",
                    "size", 1,
                    "mime_type", "text/html"),
                byId(imageOf(alice)))
            .to(bob);
    JsonNode first = sent.json().path("attachments").path(0);
    assertEquals("work.txt", first.path("filename").asText());
    assertEquals("file", first.path("type").asText());
    assertEquals(TEXT.length, first.path("size").asInt());
    assertEquals("image", sent.json().path("attachments").path(1).path("type").asText());
    JsonNode preview = bob.inbox().with(alice).lastMessage();
    assertEquals("file", preview.path("message_type").asText());
    assertTrue(preview.path("content").isNull());
    assertArrayEquals(TEXT, bob.downloads(path(first)).body());
  }

  @Test
  void only_one_s_own_unsent_uploads_can_be_sent_and_once() {
    JsonNode mine = fileOf(alice);
    attempt(bob, "file", List.of(byId(mine))).to(alice).isRefused(400, "invalid_request");
    attempt(alice, "image", List.of(byId(mine))).to(bob).isRefused(400, "invalid_request");
    message(alice, "file", null, byId(mine)).to(bob);
    attempt(alice, "file", List.of(byId(mine))).to(bob).isRefused(400, "invalid_request");
    attempt(alice, "file", List.of(byId(mine))).to(carol).isRefused(400, "invalid_request");
    Map<String, Object> unknown = Map.of("id", UUID.randomUUID().toString());
    attempt(alice, "file", List.of(unknown)).to(bob).isRefused(400, "invalid_request");
  }

  @Test
  void a_refused_first_message_leaves_no_conversation() {
    Map<String, Object> unknown = Map.of("id", UUID.randomUUID().toString());
    attempt(alice, "file", List.of(unknown)).to(bob).isRefused(400, "invalid_request");
    assertFalse(alice.inbox().has(bob));
  }

  @Test
  void attachments_that_are_none_are_refused() {
    JsonNode mine = fileOf(alice);
    Map<String, Object> byUrl = Map.of("url", mine.path("url").asText());
    for (Object named :
        List.of(
            List.of(),
            "text",
            List.of("text"),
            List.of(Map.of()),
            List.of(Map.of("id", "one")),
            List.of(Map.of("id", 1)),
            List.of(Map.of("url", "/etc/passwd")),
            List.of(byId(mine), byId(mine)),
            List.of(byId(mine), byUrl),
            java.util.Collections.nCopies(6, byId(mine)))) {
      attempt(alice, "file", named).to(bob).isRefused(400, "invalid_request");
    }
    alice
        .triesToSend("text")
        .with("attachments", List.of(byId(mine)))
        .to(bob)
        .isRefused(400, "invalid_request");
    message(alice, "file", "at last", byId(mine)).to(bob);
  }

  @Test
  void a_repeated_send_gives_the_same_message_and_another_file_is_a_conflict() {
    UUID key = UUID.randomUUID();
    JsonNode first = fileOf(alice);
    JsonNode second = fileOf(alice);
    Message sent = message(alice, "file", "here", byId(first)).withKey(key).to(bob);
    JsonNode again =
        alice
            .triesToSend("here")
            .with("message_type", "file")
            .with("attachments", List.of(Map.of("url", first.path("url").asText())))
            .withKey(key)
            .to(bob)
            .isOk();
    assertEquals(sent.id(), again.path("id").asText());
    alice
        .triesToSend("here")
        .with("message_type", "file")
        .with("attachments", List.of(byId(second)))
        .withKey(key)
        .to(bob)
        .isRefused(409, "idempotency_conflict");
    message(alice, "file", "unused still", byId(second)).to(bob);
  }

  @Test
  void of_sends_that_race_for_one_upload_a_single_one_gets_it() {
    JsonNode mine = fileOf(alice);
    alice.sends("hi").to(bob);
    alice.sends("hi").to(carol);
    List<Integer> statuses =
        Together.run(
            8,
            i -> attempt(alice, "file", List.of(byId(mine))).to(i % 2 == 0 ? bob : carol).status());
    assertEquals(1, statuses.stream().filter(status -> status == 201).count());
    assertEquals(7, statuses.stream().filter(status -> status == 400).count());
  }

  @Test
  void a_file_is_there_all_the_time_while_it_is_sent() {
    alice.sends("hi").to(bob);
    for (int round = 0; round < 10; round++) {
      JsonNode mine = fileOf(alice);
      AtomicBoolean isSent = new AtomicBoolean();
      List<Boolean> found =
          Together.run(
              2,
              i -> {
                if (i == 0) {
                  message(alice, "file", null, byId(mine)).to(bob);
                  isSent.set(true);
                  return true;
                }
                boolean isThere = true;
                while (isThere && !isSent.get()) {
                  isThere =
                      alice.downloads(path(mine)).statusCode() == 200
                          && alice.downloads(mine.path("url").asText()).statusCode() == 200;
                }
                return isThere;
              });
      assertEquals(List.of(true, true), found);
    }
  }

  @Test
  void of_downloads_that_race_with_a_deletion_none_fails_and_none_comes_after_it() {
    Message sent = message(alice, "file", null, byId(fileOf(alice))).to(bob);
    JsonNode attachment = sent.json().path("attachments").path(0);
    List<Integer> statuses =
        Together.run(
            6,
            i -> {
              if (i == 0) {
                alice.deletesForEveryone(sent);
                return 200;
              }
              return bob.downloads(path(attachment)).statusCode();
            });
    assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 404));
    assertEquals(404, bob.downloads(path(attachment)).statusCode());
  }

  @Test
  void deleting_for_everyone_takes_the_file_away() {
    Message sent = message(alice, "file", "oops", byId(fileOf(alice))).to(bob);
    JsonNode attachment = sent.json().path("attachments").path(0);
    alice.deletesForEveryone(sent);
    Message left = bob.peeksAt(sent.conversation()).messages().getFirst();
    assertTrue(left.isDeleted());
    assertTrue(left.json().path("attachments").isNull());
    bob.gets(path(attachment)).isRefused(404, "not_found");
    alice.gets(attachment.path("url").asText()).isRefused(404, "not_found");
    campus.http().get(attachment.path("signed_url").asText(), null).isRefused(404, "not_found");
  }

  @Test
  void a_blocked_person_reads_the_files_no_more_until_the_block_is_lifted() {
    Message sent = message(alice, "file", null, byId(fileOf(alice))).to(bob);
    JsonNode attachment = sent.json().path("attachments").path(0);
    bob.blocks(alice);
    alice.gets(path(attachment)).isRefused(403, "blocked");
    assertEquals(200, bob.downloads(path(attachment)).statusCode());
    bob.unblocks(alice);
    assertEquals(200, alice.downloads(path(attachment)).statusCode());
    assertFalse(attachment.has("width"));
  }

  @Test
  void a_socket_sends_files_too() {
    String conversation = alice.sends("hi").to(bob).conversation();
    JsonNode mine = fileOf(alice);
    var socket = alice.connects();
    Map<String, Object> frame =
        Map.of(
            "conversation_id",
            conversation,
            "message_type",
            "file",
            "attachments",
            List.of(byId(mine)));
    JsonNode ack = socket.awaitsAnswerTo(socket.says("message", frame));
    assertEquals(mine.path("id"), ack.at("/message/attachments/0/id"));
    socket.awaitsError(socket.says("message", frame), "invalid_request");
  }
}
