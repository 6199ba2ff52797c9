package com.mockhu.dm.scenario.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever six people do in a group, counts are right and the log leads to the present. */
class GroupPropertyTest extends CampusTest {
  private static final int STEPS = 120;

  @Test
  void unread_counts_equal_a_recount_and_the_log_leads_to_a_fresh_snapshot() {
    long seed = Long.getLong("group.seed", 20_261_201L);
    Random random = new Random(seed);
    List<Person> people =
        IntStream.range(0, 6).mapToObj(n -> campus.welcomes("walker" + n)).toList();
    people.forEach(each -> GroupRoom.letsAll(campus, each));
    Person owner = people.getFirst();
    GroupRoom room = GroupRoom.of(campus, owner, people.subList(1, 4).toArray(Person[]::new));
    Map<Person, String> cursors = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      Person person = people.get(random.nextInt(6));
      act(random, room, people, person, step);
      if (step == STEPS / 2) {
        people.forEach(each -> cursors.put(each, each.syncs(null).cursor()));
      }
    }
    for (Person person : people) {
      Patience.until(
          "the counts of " + person + " are right, seed " + seed,
          () -> recount(person, room) == person.inbox().totalUnread());
      isSame(person, cursors.get(person), room, seed);
    }
  }

  private static void act(
      Random random, GroupRoom room, List<Person> people, Person person, int step) {
    Person other = people.get(1 + random.nextInt(5));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> person.triesToSend("step " + step).in(room.id());
      case 3 -> person.posts(room.path("/read"));
      case 4 -> deletesOne(random, room, person);
      case 5 -> room.triesToAdd(other);
      case 6 -> leavesOrGoes(random, room, person, people.getFirst(), other);
      default -> blocks(random, person, other);
    }
  }

  private static void leavesOrGoes(
      Random random, GroupRoom room, Person person, Person owner, Person other) {
    if (random.nextBoolean() && person != owner) {
      person.deletes(room.path(""));
    } else {
      room.tries("DELETE", "/members/" + other.id(), null);
    }
  }

  private static void blocks(Random random, Person person, Person other) {
    if (person != other && random.nextBoolean()) {
      person.blocks(other);
    } else if (person != other) {
      person.unblocks(other);
    }
  }

  private static void deletesOne(Random random, GroupRoom room, Person person) {
    Answer page = person.triesToReadHistory(room.id(), "mark_read=false&limit=20");
    if (page.status() == 200) {
      List<String> own = new ArrayList<>();
      for (JsonNode each : page.data().path("messages")) {
        if (each.path("sender_id").asText().equals(person.id())) {
          own.add(each.path("id").asText());
        }
      }
      if (!own.isEmpty()) {
        String whom = random.nextBoolean() ? "?for=everyone" : "";
        person.deletes("/v1/messages/" + own.get(random.nextInt(own.size())) + whom);
      }
    }
  }

  /** From the messages themselves, as the person sees them; 0 for one who is out. */
  private static int recount(Person person, GroupRoom room) {
    if (person.gets(room.path("")).status() != 200) {
      return 0;
    }
    return (int)
        person.wholeHistory(room.id()).stream()
            .map(Message::json)
            .filter(each -> !each.path("sender_id").asText().equals(person.id()))
            .filter(each -> !each.path("message_type").asText().equals("system"))
            .filter(each -> !each.path("is_deleted").asBoolean())
            .filter(each -> !each.path("is_read").asBoolean())
            .count();
  }

  private static void isSame(Person person, String cursor, GroupRoom room, long seed) {
    SyncPage changes = person.syncs(cursor);
    SyncPage fresh = person.syncs(null);
    JsonNode entry = entry(changes, room);
    JsonNode present = entry(fresh, room);
    if (entry != null && present != null) {
      assertEquals(present, entry, "seed " + seed);
    } else if (entry != null) {
      assertEquals(true, entry.path("is_deleted").asBoolean(), "seed " + seed);
    }
    Map<String, JsonNode> states = new HashMap<>();
    fresh.messages().forEach(each -> states.put(each.id(), each.json()));
    for (Message each : changes.messages()) {
      JsonNode state = states.get(each.id());
      if (state != null) {
        assertEquals(state.path("content"), each.json().path("content"), "seed " + seed);
        assertEquals(state.path("is_deleted"), each.json().path("is_deleted"), "seed " + seed);
      }
    }
  }

  private static JsonNode entry(SyncPage page, GroupRoom room) {
    return page.conversations().stream()
        .filter(each -> each.path("id").asText().equals(room.id()))
        .findFirst()
        .orElse(null);
  }
}
