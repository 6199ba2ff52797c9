package com.mockhu.dm.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Pattern EMPTY_WORDS =
      Pattern.compile(".*(Managers?|Helpers?|Utils?|Utility|Utilities|Impl)");

  @Test
  void no_type_has_a_name_that_says_nothing() {
    List<String> types = SourceTree.all().types();
    assertFalse(types.isEmpty());
    assertEquals(List.of(), types.stream().filter(EMPTY_WORDS.asMatchPredicate()).toList());
  }
}
