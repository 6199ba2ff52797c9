package com.mockhu.dm.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Reply;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** The response to one request, with the checks that tests make of it. */
public record Answer(String request, Reply.Answered reply) {

  public int status() {
    return reply.status();
  }

  public HttpHeaders headers() {
    return reply.headers();
  }

  public String text() {
    return reply.text();
  }

  public JsonNode json() {
    assertFalse(reply.body().isMissingNode(), () -> "This is not JSON: " + this);
    return reply.body();
  }

  /** The content of a success, whatever its status. */
  public JsonNode data() {
    assertTrue(reply.isSuccess(), this::toString);
    assertTrue(json().path("success").asBoolean(), this::toString);
    return json().path("data");
  }

  public JsonNode isOk() {
    return has(200);
  }

  public JsonNode isCreated() {
    return has(201);
  }

  private JsonNode has(int expected) {
    assertEquals(expected, status(), this::toString);
    return data();
  }

  /** Checks the whole envelope of a failure, and returns its {@code error}. */
  public JsonNode isRefused(int expectedStatus, String expectedCode) {
    assertEquals(expectedStatus, status(), this::toString);
    JsonNode error = json().path("error");
    assertTrue(json().path("success").isBoolean(), this::toString);
    assertFalse(json().path("success").asBoolean(), this::toString);
    assertEquals(expectedCode, error.path("code").asText(), this::toString);
    assertFalse(error.path("message").asText().isBlank(), this::toString);
    return error;
  }

  /** For requests that are broken in several ways, so that either code is right. */
  public void isBadRequest() {
    String code = json().path("error").path("code").asText();
    isRefused(400, code.equals("malformed_json") ? code : "invalid_request");
  }

  /** As {@link #isRefused}, with the reason where clients look for it. */
  public void isRefusedBecause(int expectedStatus, String expectedCode, String reason) {
    JsonNode error = isRefused(expectedStatus, expectedCode);
    assertEquals(reason, error.path("details").path("reason").asText(), this::toString);
    assertTrue(error.path("message").asText().contains(reason), this::toString);
    assertTrue(error.path("details").path("reason_code").isTextual(), this::toString);
  }

  public Optional<String> header(String name) {
    return reply.header(name);
  }

  @Override
  public String toString() {
    String shown = text().length() > 2_000 ? text().substring(0, 2_000) + "…" : text();
    return request + " -> " + status() + " " + shown;
  }
}
