package com.mockhu.dm.group.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.platform.error.ApiException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTextTest {

  @Test
  void names_of_all_scripts_are_taken_as_they_are() {
    for (String name :
        List.of("G", "Übung 3", "微積分", "👩‍🔬 Lab", "a".repeat(100), "👍".repeat(100))) {
      assertEquals(name, GroupText.name(name));
    }
  }

  @Test
  void names_without_anything_to_see_or_with_controls_are_refused() {
    for (String name :
        List.of(
            "", " \u00a0", "\u200b", "a\nb", "a\u0007", "\u202eabc", "a\u2066", "a".repeat(101))) {
      assertThrows(ApiException.class, () -> GroupText.name(name), name);
    }
    assertThrows(ApiException.class, () -> GroupText.name(null));
  }

  @Test
  void a_description_may_have_lines_and_may_be_empty() {
    assertEquals("one\ntwo", GroupText.description("one\ntwo"));
    assertNull(GroupText.description(""));
    assertThrows(ApiException.class, () -> GroupText.description("d".repeat(501)));
    assertThrows(ApiException.class, () -> GroupText.description("a\rb"));
  }

  @Test
  void a_link_is_good_until_it_is_used_up_or_expires() {
    Instant now = Instant.parse("2026-12-01T00:00:00Z");
    assertEquals(true, LinkRule.isLive(2, 3, now.plusSeconds(1), now));
    assertEquals(false, LinkRule.isLive(3, 3, now.plusSeconds(1), now));
    assertEquals(true, LinkRule.isLive(9_999, null, now.plusSeconds(1), now));
    assertEquals(false, LinkRule.isLive(0, null, now, now));
  }
}
