package com.mockhu.dm.scenario.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.process.ServerProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  private static final String PRIVATE = "strictly-between-us";
  private static final String FORBIDDEN = PRIVATE + " that no table takes";
  private static final String PASSWORD = "open-sesame-and-more";
  private static final String REQUEST = "proxy/7f3a:42";

  private String alice;

  /** Must not appear in any line. */
  private final List<String> secrets = new ArrayList<>(List.of(PRIVATE, PASSWORD, Campus.SECRET));

  @Test
  void whatever_people_do_the_log_has_lines_of_json_and_nothing_of_theirs(@TempDir Path folder)
      throws IOException, SQLException {
    String database = TestCluster.createDatabase();
    ServerProcess server = ServerProcess.start(folder, settings(database));
    Message sent;
    try {
      sent = live(server.campus(), database);
    } finally {
      server.stop();
    }
    String log = Files.readString(folder.resolve("out.log"));
    for (String secret : secrets) {
      assertFalse(log.contains(secret), () -> secret + " in " + log);
    }
    List<JsonNode> lines = log.lines().map(Json::tree).toList();
    assertTrue(lines.stream().allMatch(JsonNode::isObject));
    assertTrue(log.contains("violates check constraint"), "the failing row was not told at all");
    JsonNode line =
        lines.stream()
            .filter(each -> each.path("formattedMessage").asText().contains(sent.id()))
            .findFirst()
            .orElseThrow();
    assertEquals(REQUEST, line.at("/mdc/request_id").asText());
    JsonNode fault = only(lines, "ERROR", "Unexpected failure");
    assertEquals(REQUEST, fault.at("/mdc/request_id").asText(), fault::toString);
    JsonNode access = only(lines, "INFO", "POST /v1/messages 201 .* ms user " + alice);
    assertEquals(REQUEST, access.at("/mdc/request_id").asText(), access::toString);
    only(lines, "INFO", "socket .* closed after .* s user .*");
    only(lines, "INFO", "GET unmatched 404 .* ms user -");
  }

  private static JsonNode only(List<JsonNode> lines, String level, String message) {
    List<JsonNode> found =
        lines.stream()
            .filter(each -> each.path("level").asText().equals(level))
            .filter(each -> each.path("formattedMessage").asText().matches(message))
            .toList();
    assertEquals(1, found.size(), message);
    return found.getFirst();
  }

  private static Map<String, String> settings(String database) {
    return Map.of(
        "DM_DATABASE_URL", database,
        "DM_DATABASE_UNSAFE", "on",
        "DM_LOG_FORMAT", "json",
        "DM_LOG_REQUESTS", "on",
        "DM_LOG_LEVEL", "debug");
  }

  private Message live(Campus campus, String database) throws SQLException {
    Person alice = campus.welcomes("alice");
    this.alice = alice.id();
    Person bob = campus.welcomes("bob");
    for (Person person : List.of(alice, bob)) {
      secrets.addAll(List.of(person.token(), person.username()));
    }
    signs(campus);
    Message sent = new Message(sends(alice, bob, PRIVATE).isCreated());
    talks(bob, sent.conversation());
    mistakes(alice);
    breaks(campus, alice, bob, database);
    return sent;
  }

  private static void signs(Campus campus) {
    Map<String, String> maya =
        Map.of("username", "maya", "full_name", PRIVATE, "password", PASSWORD);
    campus.http().send("POST", "/v1/auth/register", null, maya).isCreated();
    Map<String, String> wrong = Map.of("username", "maya", "password", PASSWORD + "!");
    campus.http().send("POST", "/v1/auth/login", null, wrong).isRefused(401, "unauthorized");
  }

  private static Answer sends(Person sender, Person recipient, String content) {
    Map<String, String> more = Map.of("X-Request-Id", REQUEST);
    String body =
        Json.text(
            Map.of("recipient_id", recipient.id(), "message_type", "text", "content", content));
    Answer answer = sender.postsRaw("/v1/messages", more, BodyPublishers.ofString(body));
    assertEquals(REQUEST, answer.header("X-Request-Id").orElse(null));
    return answer;
  }

  private static void talks(Person bob, String conversation) {
    Socket phone = bob.connects(Dial.withQuery("token=" + bob.token()));
    phone.awaitsAnswerTo(phone.sends(PRIVATE, conversation));
    phone.saysRaw("{\"type\":\"message\",\"content\":\"" + PRIVATE);
    phone.awaits("error");
    phone.leaves();
  }

  private static void mistakes(Person alice) {
    alice.gets("/" + PRIVATE + "?token=" + alice.token()).isRefused(404, "not_found");
    alice.posts("/v1/messages", Map.of("content", PRIVATE)).isRefused(400, "invalid_request");
    byte[] text = PRIVATE.getBytes(StandardCharsets.UTF_8);
    alice.triesToUpload(Form.files().file(PRIVATE + ".rar", text)).isRefused(400, "file_refused");
    alice.triesToUpload(Form.files().file(PRIVATE + ".pdf", text)).isRefused(400, "file_refused");
  }

  /** PostgreSQL likes to quote the row that it does not take. */
  private static void breaks(Campus campus, Person alice, Person bob, String database)
      throws SQLException {
    try (var connection = TestCluster.dataSource(database).getConnection();
        var sql = connection.createStatement()) {
      sql.execute(
          "ALTER TABLE messages ADD CONSTRAINT no CHECK (content <> '%s')".formatted(FORBIDDEN));
    }
    sends(alice, bob, FORBIDDEN).isRefused(500, "internal_error");
  }
}
