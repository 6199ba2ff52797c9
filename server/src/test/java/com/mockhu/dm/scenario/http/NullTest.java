package com.mockhu.dm.scenario.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.ApiDocument;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An explicit null in each field of each body, compared with the API document. */
class NullTest extends SharedServerTest {
  private void check(String method, String path, String template, Map<String, Object> valid) {
    Map<String, Boolean> fields = ApiDocument.bodyFields(method, template);
    assertFalse(fields.isEmpty());
    for (Map.Entry<String, Boolean> field : fields.entrySet()) {
      Map<String, Object> body = new HashMap<>(valid);
      body.put(field.getKey(), null);
      Answer answer =
          path.startsWith("/v1/admin")
              ? campus.pushes(method, path.substring("/v1/admin".length()), body)
              : alice.calls(method, path, body);
      assertTrue(answer.status() < 500, answer::toString);
      assertEquals(
          !field.getValue(), answer.status() == 400, () -> field + " of " + path + ": " + answer);
    }
  }

  @Test
  void accounts() {
    Map<String, Object> person =
        Map.of("username", "nora.n", "full_name", "Nora", "password", "correct horse");
    check("POST", "/v1/auth/register", "/v1/auth/register", person);
    check("POST", "/v1/auth/login", "/v1/auth/login", Map.of("username", "x", "password", "y"));
    check("POST", "/v1/auth/refresh", "/v1/auth/refresh", Map.of("refresh_token", "x"));
    check("POST", "/v1/auth/logout", "/v1/auth/logout", Map.of());
    check("PATCH", "/v1/users/me", "/v1/users/me", Map.of("full_name", "Alice"));
    check("PATCH", "/v1/users/me/settings", "/v1/users/me/settings", Map.of("show_online", true));
    check("PUT", "/v1/users/me/avatar", "/v1/users/me/avatar", Map.of());
  }

  @Test
  void the_directory() {
    String path = "/v1/admin/users/" + UUID.randomUUID();
    Map<String, Object> person = Map.of("username", "omar.o", "full_name", "Omar");
    check("PUT", path, "/v1/admin/users/{userId}", person);
  }

  @Test
  void conversations_and_blocks() {
    Map<String, Object> opening = Map.of("recipient_id", bob.id());
    check("POST", "/v1/conversations", "/v1/conversations", opening);
    check("POST", "/v1/users/" + carol.id() + "/block", "/v1/users/{userId}/block", Map.of());
  }

  @Test
  void messages() {
    String conversation = alice.opensConversationWith(bob).id();
    String path = "/v1/conversations/" + conversation + "/messages";
    Map<String, Object> text = Map.of("message_type", "text", "content", "hi");
    for (String field : new String[] {"message_type", "client_message_id", "attachments"}) {
      Map<String, Object> body = new HashMap<>(text);
      body.put(field, null);
      assertEquals(field.equals("message_type") ? 400 : 201, alice.posts(path, body).status());
    }
    Map<String, Object> nothing = new HashMap<>(text);
    nothing.put("content", null);
    // Allowed by its type, and then missed by the message's.
    alice.posts(path, nothing).isRefused(400, "invalid_request");
  }

  @Test
  void references_to_uploads() {
    String conversation = alice.opensConversationWith(bob).id();
    Map<String, Object> reference = new HashMap<>();
    reference.put("id", UUID.randomUUID().toString());
    reference.put("url", null);
    Map<String, Object> body =
        Map.of("message_type", "file", "attachments", java.util.List.of(reference));
    String text = alice.posts("/v1/conversations/" + conversation + "/messages", body).text();
    assertTrue(text.contains("attachments has the wrong type"), text);
  }
}
