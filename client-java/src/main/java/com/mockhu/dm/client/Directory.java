package com.mockhu.dm.client;

import com.mockhu.dm.client.http.Call;
import com.mockhu.dm.client.http.Json;
import com.mockhu.dm.client.model.DirectoryPage;
import com.mockhu.dm.client.model.ListedUser;
import com.mockhu.dm.client.model.User;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The people of the server, managed by the host application. Every call may be repeated. */
public final class Directory {
  private static final Duration LONGEST_BATCH = Duration.ofMinutes(10);

  private final Caller caller;

  Directory(Caller caller) {
    this.caller = caller;
  }

  public Caller caller() {
    return caller;
  }

  /** Makes or changes a person; {@code avatarUrl} may be null. */
  public User put(UUID id, String username, String fullName, String avatarUrl) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("username", username);
    person.put("full_name", fullName);
    person.put("avatar_url", avatarUrl);
    return Json.as(caller.insist(Call.of("PUT", path(id)).json(person)), User.class);
  }

  /** Changes the fields that are named, as in {@code full_name}. */
  public User change(UUID id, Map<String, ?> changes) {
    return Json.as(caller.insist(Call.of("PATCH", path(id)).json(changes)), User.class);
  }

  public ListedUser person(UUID id) {
    return Json.as(caller.insist(Call.get(path(id))), ListedUser.class);
  }

  /**
   * People by id.
   *
   * @param query beginnings of words of names; empty for all people
   * @param cursor {@code nextCursor} of the page before; null for the first
   */
  public DirectoryPage people(String query, int limit, String cursor) {
    String words = query.isEmpty() ? "" : "&query=" + Call.encoded(query);
    String from = cursor == null ? "" : "&cursor=" + Call.encoded(cursor);
    Call call = Call.get("/v1/admin/users?limit=" + limit + words + from);
    return Json.as(caller.insist(call), DirectoryPage.class);
  }

  /** Refuses sign-in and messages, closes the sockets and deletes nothing. */
  public ListedUser disable(UUID id) {
    return Json.as(caller.insist(Call.post(path(id) + "/disable")), ListedUser.class);
  }

  public ListedUser enable(UUID id) {
    return Json.as(caller.insist(Call.post(path(id) + "/enable")), ListedUser.class);
  }

  /** Ends the person's sessions of the built-in sign-in; tokens of the host stay valid. */
  public void endSessions(UUID id) {
    caller.insist(Call.delete(path(id) + "/sessions"));
  }

  /** Ends all sessions of the person, too. For servers with built-in sign-in. */
  public void setPassword(UUID id, String password) {
    caller.insist(Call.of("PUT", path(id) + "/password").json(Map.of("password", password)));
  }

  /** Removes the account and all its data. */
  public void remove(UUID id) {
    caller.insist(Call.delete(path(id)));
  }

  public void addFollower(UUID id, UUID follower) {
    caller.insist(Call.of("PUT", path(id) + "/followers/" + follower));
  }

  public void removeFollower(UUID id, UUID follower) {
    caller.insist(Call.delete(path(id) + "/followers/" + follower));
  }

  /** Many people at once, one JSON object a line; the counts and the lines that failed. */
  public BatchOutcome putAll(Stream<Map<String, Object>> people) {
    StringBuilder lines = new StringBuilder();
    people.forEach(person -> lines.append(Json.text(person)).append('\n'));
    Call call =
        Call.post("/v1/admin/users:batch")
            .body("application/x-ndjson", BodyPublishers.ofString(lines.toString()))
            .waiting(LONGEST_BATCH);
    return Json.as(caller.insist(call), BatchOutcome.class);
  }

  private static String path(UUID id) {
    return "/v1/admin/users/" + id;
  }
}
