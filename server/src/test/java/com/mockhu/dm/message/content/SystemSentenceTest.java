package com.mockhu.dm.message.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SystemSentenceTest {
  private static final UUID MAYA = new UUID(1, 0);
  private static final UUID JONAS = new UUID(2, 0);
  private static final Map<UUID, String> NAMES = Map.of(MAYA, "Maya", JONAS, "Jonas");

  private static String of(SystemEvent event) {
    return SystemSentence.of(MAYA, event, id -> NAMES.getOrDefault(id, "Someone"));
  }

  @Test
  void each_event_is_a_plain_sentence() {
    assertEquals("Maya created the group", of(SystemEvent.created(List.of())));
    assertEquals(
        "Maya added Jonas and Someone", of(SystemEvent.added(List.of(JONAS, new UUID(9, 9)))));
    assertEquals("Maya joined with a link", of(SystemEvent.joined(MAYA, "link")));
    assertEquals("Maya removed Jonas", of(SystemEvent.removed(JONAS)));
    assertEquals("Maya made Jonas an admin", of(SystemEvent.role(JONAS, "admin")));
    assertEquals("Jonas is no longer an admin", of(SystemEvent.role(JONAS, "member")));
    assertEquals("Jonas is now the owner", of(SystemEvent.owner(JONAS)));
    assertEquals("Maya renamed the group to “B”", of(SystemEvent.renamed("A", "B")));
  }

  @Test
  void many_people_are_counted() {
    List<UUID> many = LongStream.range(0, 80).mapToObj(n -> new UUID(3, n)).toList();
    assertEquals("Maya added Someone, Someone, Someone and 77 others", of(SystemEvent.added(many)));
  }
}
