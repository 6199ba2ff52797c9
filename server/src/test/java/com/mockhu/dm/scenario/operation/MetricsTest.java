package com.mockhu.dm.scenario.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest extends CampusTest {

  /** The series grows by that much. */
  private void grows(Metrics before, double by, String name, String... labels) {
    double wanted = before.sum(name, labels) + by;
    Patience.until(name + " is " + wanted, () -> Metrics.of(campus).sum(name, labels) == wanted);
  }

  @Test
  void a_send_is_counted_once_and_timed_to_the_other_s_socket() {
    String conversation = alice.sends("hi").to(bob).conversation();
    Socket phone = bob.connects();
    Socket sender = alice.connects();
    Metrics before = Metrics.of(campus);
    sender.awaitsAnswerTo(sender.sends("over the socket", conversation));
    alice.sends("over REST").in(conversation);
    phone.awaitsMessage("over REST");
    grows(before, 2, "dm_messages_sent_total");
    grows(before, 2, "dm_delivery_latency_seconds_count");
    grows(before, 2, "dm_batch_size_sum", "message-writer");
    grows(before, 2, "dm_batch_answer_seconds_count", "message-writer");
  }

  @Test
  void repetitions_and_refusals_are_counted_apart() {
    String key = UUID.randomUUID().toString();
    alice.sends("once").with("client_message_id", key).to(bob);
    Metrics before = Metrics.of(campus);
    alice.triesToSend("once").with("client_message_id", key).to(bob).isOk();
    bob.blocks(alice);
    alice.triesToSend("no").to(bob).isRefused(403, "blocked");
    grows(before, 1, "dm_sends_repeated_total");
    grows(before, 1, "dm_sends_refused_total");
    grows(before, 0, "dm_messages_sent_total");
    grows(before, 1, "dm_http_errors_total", "code=\"blocked\"");
  }

  @Test
  void requests_are_counted_by_route_and_no_path_is_shown() {
    String nobody = UUID.randomUUID().toString();
    Metrics before = Metrics.of(campus);
    alice.gets("/v1/users/" + nobody).isRefused(404, "not_found");
    alice.gets("/" + nobody).isRefused(404, "not_found");
    alice.calls("BREW", "/v1/users/" + nobody, null).isRefused(405, "method_not_allowed");
    String name = "http_server_request_duration_seconds_count";
    grows(before, 1, name, "\"/v1/users/{userId}\"", "\"404\"", "\"GET\"");
    grows(before, 1, name, "\"unmatched\"", "\"404\"", "\"GET\"");
    grows(before, 1, name, "\"unmatched\"", "\"405\"", "\"_OTHER\"");
    assertFalse(Metrics.of(campus).text().contains(nobody));
  }

  @Test
  void sockets_are_counted_as_they_come_go_and_come_back() {
    Metrics before = Metrics.of(campus);
    Socket phone = bob.connects();
    grows(before, 1, "dm_ws_connections");
    grows(before, 1, "dm_ws_handshakes_total", "opened");
    String cursor = phone.cursor();
    phone.saysRaw("no JSON");
    phone.awaits("error");
    grows(before, 1, "dm_ws_errors_total", "malformed_json");
    phone.leaves();
    grows(before, 0, "dm_ws_connections");
    grows(before, 1, "dm_ws_disconnects_total", "client");
    bob.connects(Dial.withHeader(bob.token()).resuming(cursor));
    grows(before, 1, "dm_recover_total", "true");
    bob.connects(Dial.withHeader(bob.token()).resuming("nonsense"));
    grows(before, 1, "dm_recover_total", "false");
    assertEquals(401, Dial.withHeader("nonsense").refusal(carol));
    grows(before, 1, "dm_ws_handshakes_total", "refused");
  }

  @Test
  void files_are_counted_with_their_bytes_or_the_reason() {
    Metrics before = Metrics.of(campus);
    alice.uploads(Form.files().file("a.txt", "hello".getBytes(StandardCharsets.UTF_8)));
    alice.triesToUpload(Form.files().file("a.exe", new byte[] {1})).isRefused(400, "file_refused");
    grows(before, 1, "dm_files_stored_total");
    grows(before, 5, "dm_files_stored_bytes_total");
    grows(before, 1, "dm_upload_rejected_total", "file_refused");
  }

  @Test
  void the_time_of_the_last_backup_is_that_of_its_note(@TempDir Path data) throws IOException {
    try (Campus noting = Campus.start(Map.of("DM_DATA_DIR", data.toString()))) {
      assertEquals(0, Metrics.of(noting).sum("dm_backup_timestamp_seconds"));
      Path note = Files.createFile(data.resolve("backup-made"));
      Files.setLastModifiedTime(note, FileTime.fromMillis(1_700_000_000_000L));
      assertEquals(1_700_000_000, Metrics.of(noting).sum("dm_backup_timestamp_seconds"));
    }
  }

  @Test
  void nobody_reads_them_without_a_token_unless_the_operator_says_that_there_is_no_proxy() {
    try (Campus plain = Campus.start(Map.of("DM_METRICS_LOCAL", "off"))) {
      plain.http().get("/metrics", null).isRefused(401, "unauthorized");
    }
    assertEquals(200, campus.http().get("/metrics", null).status());
    for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"}) {
      campus
          .http()
          .raw("GET", "/metrics", Map.of(header, "203.0.113.9"), BodyPublishers.noBody())
          .isRefused(401, "unauthorized");
    }
  }

  @Test
  void a_trusted_proxy_on_this_machine_is_not_this_machine() {
    Map<String, String> settings =
        Map.of("DM_METRICS_LOCAL", "on", "DM_TRUSTED_PROXIES", "127.0.0.1");
    try (Campus proxied = Campus.start(settings)) {
      proxied.http().get("/metrics", null).isRefused(401, "unauthorized");
    }
  }

  @Test
  void without_a_setting_the_token_is_made_and_lies_among_the_secrets() throws IOException {
    Path data = Files.createTempDirectory("campus");
    Map<String, String> settings =
        Map.of("DM_METRICS_LOCAL", "off", "DM_DATA_DIR", data.toString());
    try (Campus plain = Campus.start(settings)) {
      String token = Files.readString(data.resolve("secrets/metrics")).strip();
      assertEquals(200, plain.http().get("/metrics", token).status());
    }
  }

  @Test
  void with_a_token_only_whoever_has_it_reads_them() {
    String token = "only-prometheus-knows";
    try (Campus guarded =
        Campus.start(Map.of("DM_METRICS_TOKEN", token, "DM_METRICS_LOCAL", "off"))) {
      guarded.http().get("/metrics", null).isRefused(401, "unauthorized");
      guarded.http().get("/metrics", token + "x").isRefused(401, "unauthorized");
      Answer answer = guarded.http().get("/metrics", token);
      assertEquals(200, answer.status());
      assertTrue(answer.header("Content-Type").orElse("").startsWith("text/plain"));
      assertFalse(answer.text().contains(token));
    }
  }

  @Test
  void metrics_that_are_off_are_not_there() {
    try (Campus silent = Campus.start(Map.of("DM_METRICS", "off"))) {
      silent.http().get("/metrics", null).isRefused(404, "not_found");
    }
  }
}
