package com.mockhu.dm.bench.wire.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.WireException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts the people of a run and their conversations into the server, over REST. */
public final class Directory implements AutoCloseable {
  private final RestClient rest;
  private final AccessTokens tokens;

  public Directory(URI server, AccessTokens tokens) {
    this.rest = new RestClient(server);
    this.tokens = tokens;
  }

  /** Registers {@code count} new people in one bulk request. */
  public List<Person> newPeople(int count) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    List<Person> people = IntStream.range(0, count).mapToObj(i -> newPerson(run, i)).toList();
    push(people);
    return people;
  }

  private Person newPerson(String run, int number) {
    UUID id = UUID.randomUUID();
    return new Person(id, "bench_" + run + "_" + number, tokens.forUser(id));
  }

  private void push(List<Person> people) {
    String lines = people.stream().map(Directory::line).collect(Collectors.joining());
    JsonNode answer =
        rest.post("/v1/admin/users:batch", tokens.forService(), "application/x-ndjson", lines);
    int created = answer.path("created").asInt();
    if (created != people.size()) {
      throw new WireException(
          "Only %d of %d people were created: %s".formatted(created, people.size(), answer));
    }
  }

  private static String line(Person person) {
    return """
    {"id":"%s","username":"%s","full_name":"Bench %s","avatar_url":null}
    """
        .formatted(person.id(), person.username(), person.username());
  }

  /** Opens the conversation between two people and gives its id. */
  public UUID openConversation(Person starter, Person other) {
    JsonNode conversation =
        rest.post(
            "/v1/conversations",
            starter.token(),
            "application/json",
            "{\"recipient_id\":\"" + other.id() + "\"}");
    return UUID.fromString(conversation.path("id").asText());
  }

  /** Writes a message; {@code text} needs no escapes in JSON. */
  public void send(Person sender, UUID conversation, String text) {
    rest.post(
        "/v1/conversations/" + conversation + "/messages",
        sender.token(),
        "application/json",
        "{\"message_type\":\"text\",\"content\":\"" + text + "\"}");
  }

  /** The response to that person for a path. */
  public JsonNode read(Person reader, String path) {
    return rest.get(path, reader.token());
  }

  /** Marks a conversation as read. */
  public void markRead(Person reader, UUID conversation) {
    rest.post(
        "/v1/conversations/" + conversation + "/read", reader.token(), "application/json", "{}");
  }

  @Override
  public void close() {
    rest.close();
  }
}
