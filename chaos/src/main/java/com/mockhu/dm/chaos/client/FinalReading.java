package com.mockhu.dm.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.chaos.check.PersonState;
import com.mockhu.dm.chaos.check.Stored;
import com.mockhu.dm.chaos.client.device.Device;
import com.mockhu.dm.chaos.client.rest.Api;
import com.mockhu.dm.chaos.client.rest.Messages;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.client.rest.Uploads;
import com.mockhu.dm.client.http.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads everything there is about a crowd, over REST. */
final class FinalReading {
  private final Api api;
  private final Map<String, Crowd.Member> members;
  private final Map<String, String> files;
  private final Duration patience;

  FinalReading(
      Api api, Map<String, Crowd.Member> members, Map<String, String> files, Duration patience) {
    this.api = api;
    this.members = members;
    this.files = files;
    this.patience = patience;
  }

  FinalState read() {
    Map<String, PersonState> people = new TreeMap<>();
    members.forEach((id, member) -> people.put(id, state(member)));
    return new FinalState(people, files, downloads(people));
  }

  private PersonState state(Crowd.Member member) {
    Map<String, List<Stored>> histories = new TreeMap<>();
    for (String conversation : member.conversations()) {
      histories.put(conversation, history(member.person(), conversation));
    }
    List<Stored> fresh = sync(member.person());
    Map<String, List<Stored>> devices =
        member.devices().stream().collect(Collectors.toMap(each -> each.name(), Device::messages));
    return new PersonState(histories, fresh, devices, inbox(member.person()));
  }

  private List<Stored> history(Person reader, String conversation) {
    String path =
        "/v1/conversations/" + conversation + "/messages?mark_read=false&limit=100&before_id=";
    List<Stored> newestFirst = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonNode page = data(reader, next.isEmpty() ? path.replace("&before_id=", "") : path + next);
      page.path("messages").forEach(each -> newestFirst.add(Messages.of(each)));
      next = page.path("pagination").path("next_cursor").textValue();
    }
    return newestFirst.reversed();
  }

  private List<Stored> sync(Person reader) {
    List<Stored> messages = new ArrayList<>();
    JsonNode page = data(reader, "/v1/sync");
    while (true) {
      page.path("messages").forEach(each -> messages.add(Messages.of(each)));
      if (!page.path("has_more").asBoolean()) {
        return messages;
      }
      page = data(reader, "/v1/sync?cursor=" + page.path("cursor").asText());
    }
  }

  private PersonState.Inbox inbox(Person reader) {
    JsonNode inbox = data(reader, "/v1/conversations?limit=50");
    JsonNode badge = data(reader, "/v1/conversations/unread-count");
    Map<String, Integer> unread = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    for (JsonNode each : inbox.path("conversations")) {
      String id = each.path("id").asText();
      unread.put(id, each.path("unread_count").asInt());
      last.put(id, each.path("last_message").path("id").textValue());
    }
    return new PersonState.Inbox(
        unread,
        last,
        inbox.path("pagination").path("total").asInt(),
        inbox.path("pagination").path("total_unread").asInt(),
        badge.path("total_unread").asInt(),
        badge.path("unread_conversations").asInt());
  }

  private Map<String, String> downloads(Map<String, PersonState> people) {
    Map<String, String> digests = new HashMap<>();
    people.forEach(
        (person, state) ->
            state.histories().values().stream()
                .flatMap(List::stream)
                .filter(each -> !each.isDeleted())
                .flatMap(each -> each.files().stream())
                .forEach(id -> digests.computeIfAbsent(id, file -> download(person, file))));
    return digests;
  }

  private String download(String person, String file) {
    byte[] bytes = api.download(members.get(person).person().token(), "/v1/messages/files/" + file);
    return bytes == null ? "not given" : Uploads.digest(bytes);
  }

  private JsonNode data(Person reader, String path) {
    JsonNode[] data = {null};
    boolean isRead =
        Pause.until(
            patience,
            () -> {
              boolean isGood =
                  api.get(reader.token(), path) instanceof Reply.Answered given
                      && given.isSuccess()
                      && (data[0] = given.data()) != null;
              return isGood;
            });
    if (!isRead) {
      throw new UnreadableException("no answer to GET " + path.replaceFirst("\\?.*", ""));
    }
    return data[0];
  }
}
