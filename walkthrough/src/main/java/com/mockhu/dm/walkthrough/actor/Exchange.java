package com.mockhu.dm.walkthrough.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.Reply;
import java.util.function.Function;

/** A request with its response, which is to be checked and printed. */
public record Exchange(
    Transcript transcript, String who, String method, String what, Reply.Answered answer) {

  /** The answer's {@code data}; {@code summary} puts it into a few words. */
  public JsonNode gives(int status, Function<JsonNode, String> summary) {
    JsonNode body = body(status);
    Check.same(label() + ": success", true, body.path("success").asBoolean());
    tell(summary.apply(body.path("data")));
    return body.path("data");
  }

  /** For an answer without data. */
  public void isDone() {
    tell(body(200).path("message").asText());
  }

  /** The reason of a refusal, when it gives one. */
  public String isRefused(int status, String code) {
    JsonNode error = body(status).path("error");
    Check.same(label() + ": error.code", code, error.path("code").asText());
    tell(code + ": " + error.path("message").asText());
    return error.path("details").path("reason").asText(null);
  }

  private JsonNode body(int status) {
    Check.same(label() + ": status (body " + answer.body() + ")", status, answer.status());
    return answer.body();
  }

  private void tell(String result) {
    transcript.called(who, method, what, answer.status() + "  " + result);
  }

  private String label() {
    return who + "'s " + method + " " + what;
  }
}
