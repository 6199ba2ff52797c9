package com.mockhu.dm.message.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.file.upload.AttachmentJson;
import com.mockhu.dm.file.upload.SignedUrls;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.json.Json;
import com.mockhu.dm.platform.settings.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SharedMessageTest {
  private static final UUID KEY = UUID.randomUUID();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

  private final SignedUrls urls = new SignedUrls(new Secret("of this test alone"), CLOCK);

  private static MessageView.Shared view() {
    UUID sender = UUID.randomUUID();
    return new MessageView.Shared(
        UUID.randomUUID(),
        UUID.randomUUID(),
        sender,
        new UserView(sender, "alice", "Alice \"A\"", null),
        7,
        "text",
        "hello \"client_message_id\":\"no\"",
        false,
        Instant.parse("2026-11-30T12:00:00.123456Z"));
  }

  private static Attachment file(String thumbnail) {
    return new Attachment(
        UUID.randomUUID(),
        thumbnail == null ? "file" : "image",
        "/uploads/messages/files/2026/11/a.txt",
        thumbnail,
        "a \"b\".txt",
        "a.txt",
        5,
        "text/plain",
        thumbnail == null ? null : 20,
        thumbnail == null ? null : 30,
        Instant.parse("2026-11-30T12:00:00.123456Z"),
        null,
        null);
  }

  private int encodings(int viewers, List<Attachment> files) {
    AtomicInteger encodings = new AtomicInteger();
    Function<Object, String> encoder =
        object -> {
          encodings.incrementAndGet();
          return Json.text(object);
        };
    MessageView.Shared view = view();
    SharedMessage message =
        new SharedMessage(() -> view, new AttachmentJson(files, urls, encoder), encoder);
    for (int i = 0; i < viewers; i++) {
      message.frame(UUID.randomUUID(), i == 0 ? KEY : null);
    }
    return encodings.get();
  }

  @Test
  void two_hundred_viewers_cost_one_encoding() {
    assertEquals(1, encodings(200, List.of()));
  }

  @Test
  void a_group_of_fifty_costs_one_encoding_of_a_message_and_of_each_of_its_files() {
    assertEquals(3, encodings(50, List.of(file("t.jpg"), file(null))));
  }

  @Test
  void each_viewer_gets_the_files_as_every_other_answer_has_them() {
    List<Attachment> files = List.of(file("/uploads/messages/images/thumbnails/t.jpg"), file(null));
    Uploads uploads = new Uploads(null, urls, CLOCK);
    MessageView.Shared view = view();
    SharedMessage message = SharedMessage.of(() -> view, uploads.json(files));
    Set<String> different = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      UUID viewer = UUID.randomUUID();
      List<Attachment> signed = uploads.signed(files, viewer);
      assertEquals(
          Json.text(new MessageView(view, signed, "sent", false, null, null)),
          message.frame(viewer, null).data());
      different.add(signed.getFirst().signedUrl());
    }
    assertEquals(3, different.size());
  }

  @Test
  void a_frame_says_what_every_other_answer_says() {
    MessageView.Shared view = view();
    for (UUID key : new UUID[] {KEY, null}) {
      Frame frame =
          SharedMessage.of(() -> view, new AttachmentJson(List.of(), urls, Json::text))
              .frame(KEY, key);
      assertEquals(Json.text(new MessageView(view, null, "sent", false, null, key)), frame.data());
      assertEquals("new_message", frame.type());
    }
  }
}
