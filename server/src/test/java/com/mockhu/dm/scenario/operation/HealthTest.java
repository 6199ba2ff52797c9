package com.mockhu.dm.scenario.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.process.Folders;
import com.mockhu.dm.support.process.LogLines;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.process.SilentPort;
import com.mockhu.dm.support.raw.Gate;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  private static Answer asks(Campus campus, String path) {
    return campus.http().get(path, null);
  }

  @Test
  void a_server_that_has_all_it_needs_names_it() {
    try (Campus campus = Campus.start(Map.of())) {
      assertEquals("{\"status\":\"ok\"}", asks(campus, "/health").text());
      assertEquals("{\"status\":\"ok\"}", asks(campus, "/health/live").text());
      JsonNode ready = asks(campus, "/health/ready").json();
      assertEquals("ok", ready.path("status").asText());
      assertEquals("ok", ready.at("/checks/database").asText());
      for (String check : List.of("storage", "disk", "clock", "servers")) {
        assertEquals("ok", ready.path("checks").path(check).asText(), check);
      }
      assertEquals(5, ready.path("checks").size());
    }
  }

  private static void assertDegraded(Map<String, String> settings, String check, String word) {
    try (Campus campus = Campus.start(settings)) {
      JsonNode ready = asks(campus, "/health/ready").json();
      assertEquals("degraded", ready.path("status").asText(), ready::toString);
      assertEquals(word, ready.path("checks").path(check).asText(), ready::toString);
      assertEquals(200, asks(campus, "/health").status());
      assertEquals(0, Metrics.of(campus).sum("dm_check_up", "\"" + check + "\""));
      assertEquals(1, Metrics.of(campus).sum("dm_check_up", "\"database\""));
    }
  }

  @Test
  void what_is_away_at_the_start_is_named_and_does_not_hinder_it() throws IOException {
    String closed = "127.0.0.1:" + SilentPort.closed();
    assertDegraded(Map.of("DM_CLAMAV_ADDRESS", closed), "scanner", "down");
    assertDegraded(
        Map.of("DM_IDENTITY", "external", "DM_JWKS_URL", "http://" + closed + "/keys"),
        "keys",
        "down");
    assertDegraded(Map.of("DM_IDENTITY", "external", "DM_JWT_SECRET", ""), "keys", "generated");
    assertDegraded(Map.of("DM_DISK_LOW_MEGABYTES", "1000000000"), "disk", "low");
  }

  @Test
  void on_a_database_that_became_read_only_it_cannot_serve() {
    String url = TestCluster.createDatabase();
    String name = url.substring(url.lastIndexOf('/') + 1);
    try (Campus campus = Campus.on(url, Map.of())) {
      TestCluster.administer("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
      TestCluster.administer(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(name));
      Patience.until(
          "it notices", () -> checks(campus).path("database").asText().equals("read-only"));
      assertEquals(503, asks(campus, "/health").status());
      TestCluster.administer("ALTER DATABASE " + name + " SET default_transaction_read_only = off");
      TestCluster.administer(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
              .formatted(name));
      Patience.until("it is back", () -> asks(campus, "/health").status() == 200);
    }
  }

  /** PostgreSQL's own code for it, raised by a trigger, since no test may fill a real disk. */
  @Test
  void a_full_disk_of_the_database_is_logged_counted_and_told() {
    try (Campus campus = Campus.start(Map.of());
        LogLines log = LogLines.of("com.mockhu.dm.platform")) {
      var alice = campus.welcomes("alice");
      var bob = campus.welcomes("bob");
      campus.changes(
          """
          CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100';
          END $$;
          CREATE TRIGGER no_room BEFORE INSERT ON messages EXECUTE FUNCTION no_room()
          """);
      double before = Metrics.of(campus).sum("dm_batch_refused_total");
      alice.triesToSend("hi").to(bob).isRefused(503, "unavailable");
      assertEquals(1, log.matching("ERROR.*disk_full.*could not extend file").size(), log::text);
      assertEquals(1, log.matching("WARN Refused POST /v1/messages with 503").size(), log::text);
      assertEquals(1, log.matching("WARN message-writer.* refuses").size(), log::text);
      assertTrue(Metrics.of(campus).sum("dm_db_failures_total", "disk_full") >= 1);
      assertTrue(Metrics.of(campus).sum("dm_batch_refused_total") > before);
      assertEquals(503, asks(campus, "/health").status());
      assertEquals("full", checks(campus).path("database").asText());
    }
  }

  private static JsonNode checks(Campus campus) {
    JsonNode answer = asks(campus, "/health/ready").json();
    return answer.has("checks") ? answer.path("checks") : answer.at("/error/details/checks");
  }

  @Test
  void without_its_database_it_lives_and_is_not_ready_and_says_no_more_than_that()
      throws IOException {
    String url = TestCluster.createDatabase();
    int port = URI.create(url).getPort();
    Gate gate = new Gate(port);
    try (Campus campus =
        Campus.on(url.replace(":" + port + "/", ":" + gate.port() + "/"), Map.of())) {
      gate.shut();
      Patience.until("it notices", () -> asks(campus, "/health").status() == 503);
      assertEquals(200, asks(campus, "/health/live").status());
      Answer answer = asks(campus, "/health/ready");
      JsonNode details = answer.isRefused(503, "unavailable").path("details");
      assertEquals("down", details.at("/checks/database").asText());
      assertEquals("ok", details.at("/checks/storage").asText());
      details.path("checks").forEach(word -> assertTrue(word.asText().matches("[a-z-]+")));
      gate.open(port);
      Patience.until("it is back", () -> asks(campus, "/health/ready").status() == 200);
    } finally {
      gate.close();
    }
  }

  @Test
  void without_its_storage_it_is_ready_and_degraded(@TempDir Path data) {
    try (Campus campus = Campus.start(Map.of("DM_DATA_DIR", data.toString()))) {
      Folders.delete(data.resolve("storage"));
      Patience.until(
          "it notices",
          () -> asks(campus, "/health/ready").json().path("status").asText().equals("degraded"));
      JsonNode ready = asks(campus, "/health/ready").json();
      assertEquals("down", ready.at("/checks/storage").asText());
      assertEquals("{\"status\":\"ok\"}", asks(campus, "/health").text());
    }
  }
}
