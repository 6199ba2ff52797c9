package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** A message about to be sent; where it goes is said last. */
public final class Draft<R> {
  private final Person sender;
  private final Map<String, Object> body = new HashMap<>();
  private final Function<Answer, R> result;

  Draft(Person sender, String content, Function<Answer, R> result) {
    this.sender = sender;
    this.result = result;
    body.put("message_type", "text");
    body.put("content", content);
  }

  public Draft<R> with(String field, Object value) {
    body.put(field, value);
    return this;
  }

  /** Uploaded images, in that order. */
  public Draft<R> withImages(List<JsonNode> uploads) {
    return attaching("image", uploads);
  }

  /** Uploaded files, in that order. */
  public Draft<R> withFiles(List<JsonNode> uploads) {
    return attaching("file", uploads);
  }

  private Draft<R> attaching(String type, List<JsonNode> uploads) {
    List<Map<String, String>> ids =
        uploads.stream().map(each -> Map.of("id", each.path("id").asText())).toList();
    return with("message_type", type).with("attachments", ids);
  }

  public Draft<R> withKey(UUID key) {
    return with("client_message_id", key.toString());
  }

  /** To a person, whether or not the two have a conversation yet. */
  public R to(Person recipient) {
    body.put("recipient_id", recipient.id());
    return result.apply(sender.posts("/v1/messages", body));
  }

  public R in(String conversation) {
    return result.apply(sender.posts("/v1/conversations/" + conversation + "/messages", body));
  }
}
