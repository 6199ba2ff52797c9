package com.mockhu.dm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.Answer;
import com.mockhu.dm.support.Campus;
import com.mockhu.dm.support.Folders;
import com.mockhu.dm.support.Gate;
import com.mockhu.dm.support.Patience;
import com.mockhu.dm.support.TestCluster;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
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
      assertEquals("ok", ready.at("/checks/storage").asText());
    }
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
      assertEquals("{\"database\":\"down\",\"storage\":\"ok\"}", details.path("checks").toString());
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
