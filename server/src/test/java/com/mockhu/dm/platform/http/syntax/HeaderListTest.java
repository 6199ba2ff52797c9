package com.mockhu.dm.platform.http.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderListTest {
  @Test
  void elements_come_without_the_space_around_them() {
    assertEquals(List.of("bearer", "a.b.c"), HeaderList.of(List.of(" bearer ,\ta.b.c ")));
  }

  @Test
  void several_lines_are_one_list() {
    assertEquals(List.of("bearer", "a", "b"), HeaderList.of(List.of("bearer", "a,b")));
  }

  @Test
  void empty_elements_do_not_count() {
    assertEquals(List.of("a"), HeaderList.of(List.of(",,a, ,", "")));
    assertEquals(List.of(), HeaderList.of(List.of()));
  }
}
