package com.mockhu.dm.message.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.platform.json.Json;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedMessageTest {
  private static final UUID KEY = UUID.randomUUID();

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

  @Test
  void two_hundred_viewers_cost_one_encoding() {
    AtomicInteger encodings = new AtomicInteger();
    MessageView.Shared view = view();
    SharedMessage message =
        new SharedMessage(
            () -> view,
            object -> {
              encodings.incrementAndGet();
              return Json.text(object);
            });
    for (int i = 0; i < 200; i++) {
      message.frame(null, i == 0 ? KEY : null);
    }
    assertEquals(1, encodings.get());
  }

  @Test
  void a_frame_says_what_every_other_answer_says() {
    MessageView.Shared view = view();
    for (UUID key : new UUID[] {KEY, null}) {
      Frame frame = SharedMessage.of(() -> view).frame(null, key);
      assertEquals(Json.text(new MessageView(view, null, "sent", false, null, key)), frame.data());
      assertEquals("new_message", frame.type());
    }
  }
}
