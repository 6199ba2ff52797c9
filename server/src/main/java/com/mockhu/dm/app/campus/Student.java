package com.mockhu.dm.app.campus;

import com.mockhu.dm.platform.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Somebody of the campus with a session of their own. */
final class Student {
  private final CampusServer server;
  private final String username;
  private String id = "";
  private String accessToken = "";
  private String refreshToken = "";
  private Instant due = Instant.MIN;

  Student(CampusServer server, String username) {
    this.server = server;
    this.username = username;
  }

  String id() {
    return id;
  }

  void signsUp(String fullName, String password, Instant now) {
    Map<String, Object> body =
        Map.of("username", username, "full_name", fullName, "password", password);
    keep(server.post("/v1/auth/register", "", body), now);
  }

  /** The story's days are longer than an access token lives. */
  void renewsWhenDue(Instant now) {
    if (now.isAfter(due)) {
      keep(server.post("/v1/auth/refresh", "", Map.of("refresh_token", refreshToken)), now);
    }
  }

  private void keep(CampusAnswer answer, Instant now) {
    due = now.plusSeconds(answer.number("expires_in") / 2);
    accessToken = answer.text("access_token");
    refreshToken = answer.text("refresh_token");
    id = answer.has("user") ? answer.object("user").text("id") : id;
  }

  CampusAnswer posts(String path, Object body) {
    return server.post(path, accessToken, body);
  }

  CampusAnswer uploads(String method, String path, Multipart form) {
    return server.upload(method, path, accessToken, form);
  }

  void sets(String setting, Object value) {
    server.send("PATCH", "/v1/users/me/settings", accessToken, Json.bytes(Map.of(setting, value)));
  }

  /** Everything of a kind that others see first: a picture of oneself. */
  void shows(byte[] picture) {
    uploads("PUT", "/v1/users/me/avatar", new Multipart().file("avatar", "me.png", picture));
  }

  List<String> attachments(Multipart form) {
    return uploads("POST", "/v1/messages/upload", form).list("attachments").stream()
        .map(each -> each.text("id"))
        .toList();
  }
}
