package com.mockhu.dm.scenario.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A group as one of its people uses it over REST. */
public record GroupRoom(Person person, String id) {

  /** A group of people who may all be added without being asked. */
  public static GroupRoom of(Campus campus, Person owner, Person... others) {
    return of(campus, Map.of(), owner, others);
  }

  /** {@code settings}: fields of the creation. */
  public static GroupRoom of(
      Campus campus, Map<String, Object> settings, Person owner, Person... others) {
    Arrays.stream(others).forEach(each -> letsAll(campus, each));
    Map<String, Object> body = new HashMap<>(settings);
    body.put("type", "group");
    body.putIfAbsent("name", "Study group");
    body.put("member_ids", Arrays.stream(others).map(Person::id).toList());
    Answer made = owner.posts("/v1/conversations", body);
    return new GroupRoom(owner, made.isCreated().path("id").asText());
  }

  /** The person may be added to groups by everyone. */
  public static void letsAll(Campus campus, Person person) {
    campus.changes(
        "UPDATE users SET who_can_add_to_groups = 'everyone' WHERE id = '" + person.id() + "'");
  }

  public GroupRoom as(Person other) {
    return new GroupRoom(other, id);
  }

  public String path(String rest) {
    return "/v1/conversations/" + id + rest;
  }

  public Answer tries(String method, String rest, Object body) {
    return person.calls(method, path(rest), body);
  }

  public JsonNode view() {
    return person.gets(path("")).isOk();
  }

  public JsonNode info() {
    return view().path("group");
  }

  public Answer triesToAdd(Person... people) {
    return tries(
        "POST", "/members", Map.of("user_ids", Arrays.stream(people).map(Person::id).toList()));
  }

  /** What became of each, in their order. */
  public List<String> adds(Person... people) {
    return outcomes(triesToAdd(people).isOk());
  }

  public static List<String> outcomes(JsonNode answer) {
    List<String> outcomes = new ArrayList<>();
    answer.path("outcomes").forEach(each -> outcomes.add(each.path("outcome").asText()));
    return outcomes;
  }

  public void removes(Person other) {
    tries("DELETE", "/members/" + other.id(), null).isOk();
  }

  public void leaves() {
    tries("POST", "/leave", null).isOk();
  }

  public Answer triesToMake(Person other, String role) {
    return tries("PUT", "/members/" + other.id(), Map.of("role", role));
  }

  public void makes(Person other, String role) {
    triesToMake(other, role).isOk();
  }

  /** The events of all system messages that the person sees, the oldest first. */
  public List<String> events() {
    return person.wholeHistory(id).stream()
        .map(Message::json)
        .filter(each -> each.path("message_type").asText().equals("system"))
        .map(each -> each.at("/system/event").asText())
        .toList();
  }

  /** What people wrote, as far as the person sees it, the oldest first. */
  public List<String> texts() {
    return person.wholeHistory(id).stream()
        .map(Message::json)
        .filter(each -> each.path("message_type").asText().equals("text"))
        .map(each -> each.path("content").asText())
        .toList();
  }
}
