package com.mockhu.dm.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void the_median_of_an_odd_number_is_the_middle_one() {
    Figure figure = new Figure("messages", "1/s", List.of(9.0, 1.0, 2.0));
    assertEquals(2.0, figure.median());
    assertEquals(1.0, figure.min());
    assertEquals(9.0, figure.max());
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_middle_two() {
    assertEquals(1.5, new Figure("messages", "1/s", List.of(2.0, 1.0)).median());
  }

  @Test
  void one_missing_value_leaves_the_figure_unmeasured() {
    assertFalse(new Figure("server CPU", "s", List.of(1.0, Double.NaN)).isMeasured());
  }
}
