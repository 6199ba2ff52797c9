package com.mockhu.dm.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.app.start.Arguments;
import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Campus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code --demo} makes of an empty server, and of one that is not. */
class DemoTest {
  @Test
  void an_empty_server_is_filled_with_people_who_talk_and_two_of_them_let_one_in() {
    Map<String, String> settings = Campus.settings();
    Demo.prepare(Environment.of(settings), new StartedParts());
    try (Campus campus = Campus.on(settings.get("DM_DATABASE_URL"), settings)) {
      for (String name : List.of("maya", "jonas")) {
        JsonNode inbox = inboxOf(campus, name);
        assertTrue(Json.list(inbox.path("conversations")).size() >= 4, inbox::toString);
        assertTrue(inbox.path("pagination").path("total_unread").asInt() > 0, inbox::toString);
      }
      assertTrue(campus.counts("SELECT count(*) FROM messages WHERE message_type = 'image'") > 3);
      assertEquals(0, campus.counts("SELECT count(*) FROM messages WHERE created_at > now()"));
    }
  }

  @Test
  void a_server_with_people_is_left_alone() {
    Map<String, String> settings = Campus.settings();
    try (Campus campus = Campus.on(settings.get("DM_DATABASE_URL"), settings)) {
      campus.welcomes("alice").sends("Ours").to(campus.welcomes("bob"));
      Demo.prepare(Environment.of(settings), new StartedParts());
      assertEquals(2, campus.counts("SELECT count(*) FROM users"));
      assertEquals(1, campus.counts("SELECT count(*) FROM messages"));
    }
  }

  @Test
  void any_other_argument_is_refused_by_name() {
    assertEquals(Arguments.SERVE, Arguments.of(new String[] {}));
    assertEquals(Arguments.DEMO, Arguments.of(new String[] {"--demo"}));
    for (String[] wrong : new String[][] {{"--dmo"}, {"--demo", "--demo"}, {""}}) {
      String said = assertThrows(StartupException.class, () -> Arguments.of(wrong)).getMessage();
      assertTrue(said.contains("--demo"), said);
    }
  }

  private static JsonNode inboxOf(Campus campus, String username) {
    Map<String, String> body = new HashMap<>();
    body.put("username", username);
    body.put("password", "mockhu demo");
    String token =
        campus
            .http()
            .send("POST", "/v1/auth/login", null, body)
            .isOk()
            .path("access_token")
            .asText();
    return campus.http().send("GET", "/v1/conversations", token, null).isOk();
  }
}
