package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.FrameDocument;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server takes each frame of asyncapi.yaml, and reads each of its fields and no other. */
class ClientFrameTruthTest extends SharedServerTest {
  private static final Set<String> OF_EVERY_FRAME = Set.of("type", "ref");
  private static final Pattern READ_FIELD =
      Pattern.compile(
          "frame\\s*\\.(?:text|id|requiredId|requiredIds|number|requiredFlag|value|has)"
              + "\\(\\s*\"(\\w+)\"");

  private Socket phone;
  private Map<String, Object> values;

  @BeforeEach
  void talk() {
    Message message = bob.sends("hello").to(alice);
    phone = alice.connects();
    values =
        Map.ofEntries(
            Map.entry("conversation_id", message.conversation()),
            Map.entry("recipient_id", bob.id()),
            Map.entry("message_id", message.id()),
            Map.entry("up_to_seq", 1),
            Map.entry("message_type", "text"),
            Map.entry("content", "hello yourself"),
            Map.entry("attachments", List.of()),
            Map.entry("client_message_id", UUID.randomUUID().toString()),
            Map.entry("is_typing", true),
            Map.entry("cursor", phone.cursor()),
            Map.entry("token", alice.token()),
            Map.entry("user_ids", List.of(bob.id())));
  }

  static Set<String> types() {
    return FrameDocument.received();
  }

  static List<String> fields() {
    List<String> all = new ArrayList<>();
    for (String type : types()) {
      properties(type).forEach(field -> all.add(type + " " + field));
    }
    return all;
  }

  private static Set<String> properties(String type) {
    Set<String> names = new TreeSet<>();
    FrameDocument.schema(type).path("properties").fieldNames().forEachRemaining(names::add);
    names.removeAll(OF_EVERY_FRAME);
    return names;
  }

  /**
   * The required fields by the document; where it has alternatives, of the one with {@code field}.
   */
  private Map<String, Object> frame(String type, String field) {
    JsonNode schema = FrameDocument.schema(type);
    Set<String> needed = new TreeSet<>();
    schema.path("required").forEach(each -> needed.add(each.asText()));
    JsonNode choices = schema.path("anyOf");
    if (!choices.isEmpty()) {
      String last = choices.path(choices.size() - 1).at("/required/0").asText();
      needed.add(choices.findValuesAsText("required").contains(field) ? field : last);
    }
    needed.removeAll(OF_EVERY_FRAME);
    needed.remove("message_id");
    if (type.equals("message") || field.equals("message_id") || type.equals("delivered")) {
      needed.add(type.equals("message") ? "content" : "message_id");
    }
    Map<String, Object> frame = new HashMap<>();
    needed.forEach(name -> frame.put(name, values.get(name)));
    return frame;
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_frame_is_taken_with_all_of_its_fields(String type) {
    Map<String, Object> frame = new HashMap<>();
    properties(type).forEach(field -> frame.put(field, values.get(field)));
    JsonNode answer = phone.awaitsAnswerTo(phone.says(type, frame));
    assertTrue(!answer.path("type").asText().equals("error"), answer::toString);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void every_field_is_read(String typeAndField) {
    String type = typeAndField.split(" ")[0];
    String field = typeAndField.split(" ")[1];
    Map<String, Object> frame = frame(type, field);
    frame.put(field, Map.of("not", "fit"));
    JsonNode error = phone.awaitsError(phone.says(type, frame), "invalid_request");
    assertTrue(error.path("message").asText().contains(field), error::toString);
  }

  @Test
  void no_other_field_is_read() throws IOException {
    Set<String> told = new TreeSet<>();
    types().forEach(type -> told.addAll(properties(type)));
    assertEquals(told, read());
  }

  private static Set<String> read() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/com/mockhu/dm"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = READ_FIELD.matcher(Files.readString(file));
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
    return names;
  }
}
