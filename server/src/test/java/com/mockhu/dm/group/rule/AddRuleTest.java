package com.mockhu.dm.group.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.group.rule.AddRule.Occasion;
import com.mockhu.dm.group.rule.AddRule.Outcome;
import com.mockhu.dm.group.rule.AddRule.Standing;
import com.mockhu.dm.group.rule.AddRule.Target;
import com.mockhu.dm.group.rule.AddRule.Verdict;
import org.junit.jupiter.api.Test;

class AddRuleTest {
  private static final Occasion OF_MEMBER = new Occasion(false, true);
  private static final Occasion OF_ADMIN = new Occasion(true, true);

  private static Target outside(boolean isBanned, boolean isUnwilling, boolean isBlocked) {
    return new Target(Standing.OUTSIDE, isBanned, isUnwilling, isBlocked, true, false);
  }

  @Test
  void an_open_person_is_added_and_another_invited() {
    assertEquals(Outcome.ADDED, AddRule.of(outside(false, false, false), OF_MEMBER).outcome());
    Target closed = new Target(Standing.OUTSIDE, false, false, false, false, false);
    Verdict verdict = AddRule.of(closed, OF_MEMBER);
    assertEquals(Outcome.INVITED, verdict.outcome());
    assertFalse(verdict.isSilent());
  }

  @Test
  void an_unwilling_person_seems_invited_even_where_the_caller_blocks_them_too() {
    Verdict verdict = AddRule.of(outside(false, true, true), OF_MEMBER);
    assertEquals(Outcome.INVITED, verdict.outcome());
    assertTrue(verdict.isSilent());
    assertEquals(null, verdict.reason());
  }

  @Test
  void one_whom_the_caller_blocks_is_not_allowed() {
    assertEquals(Outcome.NOT_ALLOWED, AddRule.of(outside(false, false, true), OF_ADMIN).outcome());
  }

  @Test
  void only_an_admin_brings_a_banned_person_back() {
    assertEquals(Outcome.NOT_ALLOWED, AddRule.of(outside(true, false, false), OF_MEMBER).outcome());
    assertEquals(Outcome.ADDED, AddRule.of(outside(true, false, false), OF_ADMIN).outcome());
  }

  @Test
  void a_full_group_says_so_whatever_the_person_thinks_of_the_caller() {
    Occasion full = new Occasion(true, false);
    for (boolean isUnwilling : new boolean[] {true, false}) {
      Verdict verdict = AddRule.of(outside(false, isUnwilling, false), full);
      assertEquals(new Verdict(Outcome.FULL, false, "group_members"), verdict);
    }
  }

  @Test
  void members_and_unknown_people_come_first() {
    Target member = new Target(Standing.MEMBER, true, true, true, false, true);
    Target unknown = new Target(Standing.UNKNOWN, true, true, true, false, true);
    assertEquals(Outcome.ALREADY_MEMBER, AddRule.of(member, OF_MEMBER).outcome());
    assertEquals(Outcome.NOT_FOUND, AddRule.of(unknown, OF_MEMBER).outcome());
  }
}
