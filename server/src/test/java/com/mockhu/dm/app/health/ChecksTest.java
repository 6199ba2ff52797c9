package com.mockhu.dm.app.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.node.Nodes;
import com.mockhu.dm.support.database.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @CsvSource({"0,full", "20,full", "33,low", "1023,low", "1024,ok", "50000,ok"})
  void a_disk_is_low_below_what_is_set_and_full_when_nothing_fits(long megabytes, String word) {
    assertEquals(word, DiskCheck.word(megabytes << 20, GIB));
  }

  @Test
  void without_a_bound_a_disk_is_never_low_but_may_be_full() {
    assertEquals("ok", DiskCheck.word(GIB, 0));
    assertEquals("full", DiskCheck.word(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0,0,ok", "29,0,ok", "-29,0,ok", "31,0,skewed", "-31,0,skewed", "35,10,ok"})
  void a_clock_may_be_half_a_minute_off_besides_what_the_question_took(
      long theirs, long took, String word) {
    Instant before = Instant.EPOCH;
    assertEquals(
        word, ClockCheck.word(before, before.plusSeconds(theirs), before.plusSeconds(took)));
  }

  @Test
  void a_clock_that_is_hours_off_the_database_s_is_found_out() {
    try (HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2)) {
      Database database = new Database(pool);
      assertEquals("ok", new ClockCheck(database, Clock.systemUTC()).word());
      for (int hours : new int[] {-3, 3}) {
        Clock off = Clock.offset(Clock.systemUTC(), Duration.ofHours(hours));
        assertEquals("skewed", new ClockCheck(database, off).word());
      }
    }
  }

  @Test
  void another_server_counts_while_its_row_moves_and_a_killed_one_does_not() throws Exception {
    try (HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2)) {
      Database database = new Database(pool);
      Nodes north = new Nodes(database);
      Nodes south = new Nodes(database);
      new Nodes(database).beat(); // and then it was killed
      for (int i = 0; i < 3; i++) {
        north.beat();
        assertEquals("ok", north.dependency().look().word());
      }
      south.beat();
      north.beat();
      south.beat();
      north.beat();
      assertEquals("several", north.dependency().look().word());
      assertEquals("several", south.dependency().look().word());
      south.close();
      north.beat();
      assertEquals("ok", north.dependency().look().word());
    }
  }
}
