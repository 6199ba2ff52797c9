package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.util.List;

/**
 * One page of a conversation's messages, in the order of the server.
 *
 * @param data the members as they arrived
 * @param model the same as the client gives it to programs
 */
public record History(JsonNode data, com.mockhu.dm.client.model.History model) {
  public History(JsonNode data) {
    this(data, Json.as(data, com.mockhu.dm.client.model.History.class));
  }

  public List<Message> messages() {
    return Json.list(data.path("messages")).stream().map(Message::new).toList();
  }

  public List<String> contents() {
    return messages().stream().map(Message::content).toList();
  }

  public List<Long> seqs() {
    return messages().stream().map(Message::seq).toList();
  }

  public Message get(Message same) {
    return messages().stream()
        .filter(each -> each.id().equals(same.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Not there: " + same + " in " + data));
  }

  public boolean has(Message same) {
    return messages().stream().anyMatch(each -> each.id().equals(same.id()));
  }

  public boolean hasMore() {
    return model.pagination().hasMore();
  }

  /** Null when done. */
  public String nextCursor() {
    return model.pagination().nextCursor() == null
        ? null
        : model.pagination().nextCursor().toString();
  }
}
