package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.util.List;
import java.util.Optional;

/** One page of someone's inbox. */
public record Inbox(JsonNode data) {

  public List<Conversation> conversations() {
    return Json.list(data.path("conversations")).stream().map(Conversation::new).toList();
  }

  public Conversation with(Person other) {
    return find(other).orElseThrow(() -> new AssertionError("Nothing with " + other + ": " + data));
  }

  public boolean has(Person other) {
    return find(other).isPresent();
  }

  private Optional<Conversation> find(Person other) {
    return conversations().stream()
        .filter(each -> each.participant().path("id").asText().equals(other.id()))
        .findFirst();
  }

  /** The other people's usernames, in the order of the page. */
  public List<String> usernames() {
    return conversations().stream().map(c -> c.participant().path("username").asText()).toList();
  }

  public JsonNode pagination() {
    return data.path("pagination");
  }

  public int total() {
    return pagination().path("total").asInt();
  }

  public int totalUnread() {
    return pagination().path("total_unread").asInt();
  }

  /** Null on the last page. */
  public String nextCursor() {
    return Json.string(pagination(), "next_cursor");
  }
}
