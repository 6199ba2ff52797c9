package com.mockhu.dm.walkthrough.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Reply;
import com.mockhu.dm.client.http.Transport;
import java.util.Locale;
import java.util.Map;

/** A person with an account. */
public final class Person {
  private final Transcript transcript;
  private final Transport server;
  private final String name;
  private String id;
  private String token;

  public Person(Transcript transcript, Transport server, String name) {
    this.transcript = transcript;
    this.server = server;
    this.name = name;
  }

  public String name() {
    return name;
  }

  public String id() {
    return id;
  }

  public void register(String suffix, String password) {
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

  public Exchange get(String path) {
    return send(Call.get(path));
  }

  public Exchange post(String path) {
    return send(Call.post(path));
  }

  public Exchange post(String path, Map<String, ?> body) {
    return send(Call.post(path).json(body));
  }

  public Exchange delete(String path) {
    return send(Call.delete(path));
  }

  /** Sends into a conversation; {@code key} makes repeating it idempotent and may be null. */
  public Exchange say(String conversation, String text, String key) {
    Call call =
        Call.post("/v1/conversations/" + conversation + "/messages")
            .json(Map.of("message_type", "text", "content", text));
    return send(key == null ? call : call.header("Idempotency-Key", key));
  }

  private Exchange send(Call call) {
    return switch (server.send(call, token)) {
      case Reply.Answered answer ->
          new Exchange(transcript, name, call.method(), call.target(), answer);
      case Reply.NotSent(var cause) -> throw noAnswer(cause);
      case Reply.Unanswered(var cause) -> throw noAnswer(cause);
    };
  }

  private UnexpectedException noAnswer(Exception cause) {
    return new UnexpectedException(
        "nothing answers at " + server.server() + " (" + cause + "); start it with bin/serve");
  }
}
