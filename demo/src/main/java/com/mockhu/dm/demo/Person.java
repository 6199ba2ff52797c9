package com.mockhu.dm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** Somebody with an account. */
final class Person {
  private final Transcript transcript;
  private final Rest rest;
  private final String name;
  private String id;
  private String token;

  Person(Transcript transcript, Rest rest, String name) {
    this.transcript = transcript;
    this.rest = rest;
    this.name = name;
  }

  String name() {
    return name;
  }

  String id() {
    return id;
  }

  void register(String suffix, String password) {
    String username = name.toLowerCase(Locale.ROOT) + "_" + suffix;
    JsonNode session =
        post(
                "/v1/auth/register",
                Map.of("username", username, "full_name", name, "password", password))
            .gives(201, data -> data.path("user").path("username").asText() + " is signed in");
    id = session.path("user").path("id").asText();
    token = session.path("access_token").asText();
    Check.same(name + "'s username", username, session.path("user").path("username").asText());
  }

  Call get(String path) {
    return call("GET", path, null, null);
  }

  Call post(String path) {
    return call("POST", path, null, null);
  }

  Call post(String path, Map<String, ?> body) {
    return call("POST", path, body, null);
  }

  Call delete(String path) {
    return call("DELETE", path, null, null);
  }

  /** Sends into a conversation; {@code key} makes it safe to repeat, and may be null. */
  Call say(String conversation, String text, String key) {
    String path = "/v1/conversations/" + conversation + "/messages";
    Map<String, String> body = Map.of("message_type", "text", "content", text);
    return call("POST", path, body, key);
  }

  private Call call(String method, String path, Map<String, ?> body, String key) {
    return new Call(transcript, name, method, path, rest.call(method, path, token, body, key));
  }
}
