package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.util.List;

/** One page of a conversation's messages, in the order the server gave. */
public record History(JsonNode data) {

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
    return data.path("pagination").path("has_more").asBoolean();
  }

  /** Null when done. */
  public String nextCursor() {
    return Json.string(data.path("pagination"), "next_cursor");
  }
}
