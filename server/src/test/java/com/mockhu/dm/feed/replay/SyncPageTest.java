package com.mockhu.dm.feed.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.feed.log.Cursor;
import com.mockhu.dm.platform.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SyncPageTest {
  private static final SyncSection.States THINGS = new SyncSection.States("things");
  private static final SyncSection.Entries MARKS = new SyncSection.Entries("marks");
  private static final SyncSection.Single CHOICE = new SyncSection.Single("choice");

  private final SyncPage page = new SyncPage(List.of(THINGS, MARKS, CHOICE));

  private String json() {
    return Json.text(page.answer(Cursor.at(1, 2), false, true).body());
  }

  @Test
  void an_answer_has_every_section_with_content_or_without() {
    assertEquals(
        """
        {"things":[],"marks":[],"choice":null,\
        "cursor":"0000000000000001.2","has_more":false,"reset":true}""",
        json());
  }

  @Test
  void of_two_states_of_one_thing_the_later_counts_and_every_entry_does() {
    UUID id = UUID.randomUUID();
    page.put(THINGS, id, "before");
    page.put(THINGS, id, "after");
    page.add(MARKS, 1);
    page.add(MARKS, 1);
    page.set(CHOICE, "a");
    page.set(CHOICE, "b");
    assertEquals(
        """
        {"things":["after"],"marks":[1,1],"choice":"b",\
        "cursor":"0000000000000001.2","has_more":false,"reset":true}""",
        json());
  }

  @Test
  void a_section_that_no_feature_has_registered_is_refused() {
    SyncSection.Entries unknown = new SyncSection.Entries("unknown");
    assertThrows(IllegalStateException.class, () -> page.add(unknown, 1));
  }
}
