package com.mockhu.dm.people.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsernameRulesTest {
  @Test
  void strict_names_are_plain_and_kept_in_lower_case() {
    assertEquals(new Username("maya.l", "maya.l"), UsernameRules.STRICT.check("Maya.L"));
    for (String bad : List.of("ma", "a".repeat(33), "maya@example.org", "ma-ya", "måya", "ma ya")) {
      assertThrows(ApiException.class, () -> UsernameRules.STRICT.check(bad), bad);
    }
  }

  @Test
  void wide_names_are_kept_as_written_and_compared_without_case() {
    for (String good :
        List.of("M", "Maya.Lind+dm@Example.ORG", "mary-jane_2", "Łukasz", "名前", "a".repeat(64))) {
      assertEquals(good, UsernameRules.WIDE.check(good).shown());
    }
    assertEquals(
        UsernameRules.WIDE.check("ŁUKASZ").key(), UsernameRules.WIDE.check("łukasz").key());
    assertEquals("maya@example.org", UsernameRules.WIDE.check("Maya@Example.org").key());
    for (String bad : List.of("", "a".repeat(65), "ma ya", "ma\u200bya", "m/aya", "\u3164", "~m")) {
      assertThrows(ApiException.class, () -> UsernameRules.WIDE.check(bad), bad);
    }
    assertThrows(ApiException.class, () -> UsernameRules.WIDE.check(null));
  }

  @Test
  void reserved_names_stay_so_in_every_spelling() {
    ReservedNames usual = ReservedNames.of(ReservedNames.DEFAULT);
    for (String name : List.of("admin", "ADMIN", "_admin_", "ad.min", "Support")) {
      assertTrue(usual.has(UsernameRules.STRICT.check(name)), name);
    }
    assertFalse(usual.has(UsernameRules.STRICT.check("administrata")));
    assertFalse(ReservedNames.of("none").has(UsernameRules.STRICT.check("admin")));
    ReservedNames own = ReservedNames.of("Rector, dean.s");
    assertTrue(own.has(UsernameRules.STRICT.check("rector")));
    assertTrue(own.has(UsernameRules.STRICT.check("deans")));
    assertFalse(own.has(UsernameRules.STRICT.check("admin")));
  }
}
