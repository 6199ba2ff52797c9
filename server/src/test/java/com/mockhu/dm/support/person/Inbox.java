package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.util.List;
import java.util.Optional;

/**
 * One page of a person's inbox.
 *
 * @param data the members as they arrived
 * @param model the same as the client gives it to programs
 */
public record Inbox(JsonNode data, com.mockhu.dm.client.model.Inbox model) {
  public Inbox(JsonNode data) {
    this(data, Json.as(data, com.mockhu.dm.client.model.Inbox.class));
  }

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
        .filter(each -> each.model().participant().id().equals(other.uuid()))
        .findFirst();
  }

  /** The other people's usernames, in the order of the page. */
  public List<String> usernames() {
    return model.conversations().stream().map(each -> each.participant().username()).toList();
  }

  public JsonNode pagination() {
    return data.path("pagination");
  }

  public int total() {
    return Math.toIntExact(model.pagination().total());
  }

  public int totalUnread() {
    return Math.toIntExact(model.pagination().totalUnread());
  }

  /** Null on the last page. */
  public String nextCursor() {
    return model.pagination().nextCursor();
  }
}
