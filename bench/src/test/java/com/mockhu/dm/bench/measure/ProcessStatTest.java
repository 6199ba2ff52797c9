package com.mockhu.dm.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProcessStatTest {
  @Test
  void a_command_with_brackets_and_blanks_moves_no_field() {
    ProcessStat stat =
        ProcessStat.parse(
            "811 (postgres: io) w) S 810 811 811 0 -1 4194560 9 8 7 6 150 50 30 20 20 0 1 0 12 3");
    assertEquals(new ProcessStat(811, 810, 2.0, 0.5), stat);
  }
}
