package com.mockhu.dm.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log forgets after 30 days, and says so to whoever comes later (behaviour §8.5). */
class RetentionTest {
  private static final Instant A_SUNDAY = Instant.parse("2031-01-05T23:59:59Z");
  private static final Duration LONG_AFTER = Duration.ofDays(60);

  private final String url = TestCluster.createDatabase();
  private HikariDataSource pool;
  private Database database;

  @BeforeEach
  void open() {
    pool = Pool.open(url, 2);
    database = new Database(pool);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private void runAt(Instant now) {
    try (Leases leases = new Leases(database, UUID.randomUUID())) {
      new Retention(database, Clock.fixed(now, ZoneOffset.UTC), leases).close();
    }
  }

  private List<String> partitions() {
    return database.read(
        t ->
            t.list(
                """
                SELECT relid::regclass::text AS name FROM pg_partition_tree('account_events')
                 WHERE isleaf ORDER BY name
                """,
                row -> row.text("name").replace("account_events_", "")));
  }

  private String partitionOf(String time) {
    return database.transaction(
        t ->
            t.first(
                    """
                    INSERT INTO account_events (user_id, seq, kind, made_at)
                    VALUES (gen_random_uuid(), 1, 1, ?::timestamptz)
                    RETURNING tableoid::regclass::text AS name
                    """,
                    row -> row.text("name").replace("account_events_", ""),
                    time)
                .orElseThrow());
  }

  @Test
  void the_running_week_and_three_more_are_ready_also_across_a_new_year() {
    runAt(A_SUNDAY);
    assertEquals(List.of("2031w01", "2031w02", "2031w03", "2031w04", "rest"), partitions());
    assertEquals("2031w01", partitionOf("2030-12-30T00:00:00Z"));
    assertEquals("2031w01", partitionOf("2031-01-05T23:59:59.999999Z"));
    assertEquals("2031w02", partitionOf("2031-01-06T00:00:00Z"));
  }

  @Test
  void a_second_run_or_a_second_server_changes_nothing() {
    runAt(A_SUNDAY);
    List<String> before = partitions();
    runAt(A_SUNDAY);
    assertEquals(before, partitions());
  }

  @Test
  void a_week_is_dropped_only_when_all_its_events_are_over_thirty_days_old() {
    runAt(A_SUNDAY);
    Instant endOfFirstWeek = Instant.parse("2031-01-06T00:00:00Z");
    runAt(endOfFirstWeek.plus(Duration.ofDays(30)).minusSeconds(1));
    assertTrue(partitions().contains("2031w01"), () -> partitions().toString());
    runAt(endOfFirstWeek.plus(Duration.ofDays(37)));
    assertFalse(partitions().contains("2031w01"), () -> partitions().toString());
    assertTrue(partitions().contains("2031w03"), () -> partitions().toString());
  }

  @Test
  void a_week_that_nothing_was_made_ready_for_stays_where_its_events_are() {
    assertEquals("rest", partitionOf("2031-01-08T12:00:00Z"));
    runAt(A_SUNDAY);
    assertEquals(List.of("2031w03", "2031w04", "rest"), partitions());
    assertEquals("rest", partitionOf("2031-01-09T12:00:00Z"));
  }

  @Test
  void a_cursor_from_before_what_is_kept_starts_afresh_and_a_newer_one_goes_on() {
    try (Campus campus = Campus.on(url, Map.of())) {
      Person alice = campus.welcomes("alice");
      Person bob = campus.welcomes("bob");
      Message first = bob.sends("before the holiday").to(alice);
      String old = alice.syncs(null).cursor();
      Message second = bob.sends("while she was away").to(alice);
      String recent = alice.syncs(old).cursor();

      runAt(Instant.now().plus(LONG_AFTER));
      bob.sends("after it").to(alice);

      SyncPage fresh = alice.syncs(old);
      assertTrue(fresh.isReset());
      assertEquals(
          List.of("after it", "before the holiday", "while she was away"), contents(fresh));
      SyncPage news = alice.syncs(recent);
      assertFalse(news.isReset());
      assertEquals(List.of("after it"), news.contents());
      assertEquals(1, first.seq());
      assertEquals(2, second.seq());
    }
  }

  @Test
  void on_a_socket_such_a_cursor_is_answered_with_a_reset() {
    try (Campus campus = Campus.on(url, Map.of())) {
      Person alice = campus.welcomes("alice");
      Person bob = campus.welcomes("bob");
      String old = alice.syncs(null).cursor();
      bob.sends("unheard").to(alice);
      runAt(Instant.now().plus(LONG_AFTER));

      Socket phone = alice.connects(Dial.withHeader(alice.token()).resuming(old));
      phone.awaits("reset");
      bob.sends("live").to(alice);
      phone.awaitsMessage("live");
      phone.hasNo("new_message", f -> f.path("data").path("content").asText().equals("unheard"));
    }
  }

  private static List<String> contents(SyncPage page) {
    return page.messages().stream().map(Message::content).sorted().toList();
  }
}
