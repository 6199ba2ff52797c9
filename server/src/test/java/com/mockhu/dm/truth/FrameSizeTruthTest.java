package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Samples;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The largest frame that the documents promise, against the largest message that there can be. */
class FrameSizeTruthTest extends SharedServerTest {
  private static final int ATTACHMENTS = 5;

  @Test
  void the_largest_message_fits_into_the_largest_frame_of_the_documents() {
    campus
        .pushes(
            "PUT",
            "/users/" + bob.id(),
            Map.of(
                "username", bob.username(),
                "full_name", "&".repeat(300),
                "avatar_url", "/" + "&".repeat(2_047)))
        .isOk();
    String conversation = alice.sends("first").to(bob).conversation();
    Socket phone = alice.connects();
    Socket laptop = bob.connects();
    laptop.says(
        "message",
        Map.of(
            "conversation_id",
            conversation,
            "message_type",
            "image",
            "content",
            "<".repeat(10_000),
            "attachments",
            uploads()));
    phone.awaits("new_message");
    laptop.awaits("ack");

    int largest = largest();
    List<String> frames = new ArrayList<>(phone.texts());
    frames.addAll(laptop.texts());
    int longest =
        frames.stream()
            .mapToInt(f -> f.getBytes(StandardCharsets.UTF_8).length)
            .max()
            .orElseThrow();
    assertTrue(longest <= largest, longest + " bytes");
    assertTrue(longest > largest / 2, "The documents promise far more than " + longest + " bytes");
  }

  private List<Map<String, String>> uploads() {
    Form form = Form.images();
    for (int i = 0; i < ATTACHMENTS; i++) {
      form = form.file(i + "&".repeat(250) + ".png", Samples.of("sixteen-bit.png"));
    }
    JsonNode uploaded = bob.uploads(form);
    return StreamSupport.stream(uploaded.spliterator(), false)
        .map(each -> Map.of("id", each.path("id").asText()))
        .toList();
  }

  private static int largest() {
    return DocumentTable.in("limits.md").rows().stream()
        .filter(row -> row.getFirst().equals("server_frame"))
        .mapToInt(row -> Integer.parseInt(row.get(1)))
        .findFirst()
        .orElseThrow();
  }
}
