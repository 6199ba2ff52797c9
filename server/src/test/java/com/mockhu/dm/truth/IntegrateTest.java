package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.http.Token;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.process.NeedsTool;
import com.mockhu.dm.support.process.ProxyProcess;
import com.mockhu.dm.support.process.Tool;
import com.mockhu.dm.support.raw.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/integrate.md, taken out of it and run. */
class IntegrateTest {
  private static final String ISSUER = "https://campus.example";
  private static final String MAYA = "8293f9ca-a3a3-5c25-8cd3-9f6ce99d6bdc";
  private static final String JONAS = "c39c4eba-ce2e-52b5-8305-b90624c2b95a";

  @TempDir Path folder;

  /** The blocks of a language, in their order. */
  private static List<String> blocks(String language) {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
        .matcher(DocumentTable.read("integrate.md"))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static Campus external() {
    return Campus.start(Map.of("DM_IDENTITY", "external", "DM_JWT_ISSUER", ISSUER));
  }

  private String run(String program, String ending, String text) throws Exception {
    Path file = Files.writeString(folder.resolve("taken." + ending), text);
    ProcessBuilder builder =
        new ProcessBuilder(Tool.find(program).orElseThrow().toString(), file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("DM_JWT_SECRET", Campus.SECRET);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static Answer asks(Campus campus, String id) {
    String token = Token.of(UUID.fromString(id)).with("iss", ISSUER).mint();
    return campus.http().get("/v1/users/me", token);
  }

  @Test
  @NeedsTool("curl")
  void the_lines_for_a_shell_push_people_and_remove_one() throws Exception {
    try (Campus campus = external()) {
      String script =
          "set -eu\n"
              + String.join("\n", blocks("sh"))
                  .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + campus.port());
      String said = run("bash", "sh", script);
      assertTrue(said.contains("\"failed\":[]"), said);
      assertEquals("Maya Ortiz", asks(campus, MAYA).isOk().path("full_name").asText());
      asks(campus, JONAS).isRefused(401, "unauthorized");
    }
  }

  @Test
  @NeedsTool(value = "node", isOptional = true)
  void the_lines_for_node_make_ids_and_tokens() throws Exception {
    assertIdAndToken(run("node", "cjs", String.join("\n", blocks("js"))));
  }

  @Test
  @NeedsTool(value = "python3", isOptional = true)
  void the_lines_for_python_make_ids_and_tokens() throws Exception {
    assertIdAndToken(run("python3", "py", String.join("\n", blocks("python"))));
  }

  private static void assertIdAndToken(String said) {
    List<String> lines = said.lines().toList();
    assertEquals(MAYA, lines.getFirst());
    try (Campus campus = external()) {
      Map<String, String> body = Map.of("username", "maya", "full_name", "Maya");
      campus.http().send("PUT", "/v1/admin/users/" + MAYA, lines.getLast(), body).data();
    }
  }

  @Test
  @NeedsTool("nginx")
  void behind_nginx_as_documented_everything_works_and_no_secret_is_logged() throws Exception {
    try (Campus campus = Campus.start(Map.of());
        ProxyProcess nginx = ProxyProcess.nginx(blocks("nginx").getFirst(), campus.port())) {
      Person alice = serves(campus, nginx);
      alice.connects(Dial.withQuery("token=" + alice.token())).leaves();
      String log = nginx.log("dm.log");
      assertTrue(log.contains("GET /v1/ws/messages") || log.contains("POST /v1/messages"), log);
      assertFalse(log.contains(alice.token()) || log.contains("signature"), log);
    }
  }

  @Test
  @NeedsTool(value = "caddy", isOptional = true)
  void behind_caddy_as_documented_everything_works() throws Exception {
    try (Campus campus = Campus.start(Map.of());
        ProxyProcess caddy = ProxyProcess.caddy(blocks("caddy").getFirst(), campus.port())) {
      serves(campus, caddy);
    }
  }

  /** Sockets, bodies larger than proxies like, files, and no metrics. */
  private static Person serves(Campus campus, ProxyProcess proxy) {
    Campus front = proxy.campus();
    Person alice = campus.welcomes("alice").at(front);
    Person bob = campus.welcomes("bob").at(front);
    Socket phone = bob.connects(Dial.withTicketOf(bob));
    byte[] large = "0123456789abcdef".repeat(3 << 16).getBytes(StandardCharsets.US_ASCII);
    JsonNode file = alice.uploads(Form.files().file("large.txt", large));
    alice.sends("hi").to(bob);
    phone.awaitsMessage("hi");
    String signed = file.findValue("signed_url").asText();
    assertEquals(large.length, front.http().download("GET", signed, Map.of()).body().length);
    // Not by the server, which would answer with its envelope.
    String metrics = gets(proxy, "/metrics");
    assertTrue(metrics.startsWith("HTTP/1.1 404") && !metrics.contains("success"), metrics);
    return alice;
  }

  private static String gets(ProxyProcess proxy, String path) {
    String head = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n";
    return RawHttp.exchange(proxy.port(), head.formatted(path, proxy.port()));
  }

  @Test
  @NeedsTool("nginx")
  void below_a_path_the_api_works_with_its_sockets_and_signed_addresses() throws IOException {
    String block =
        blocks("nginx")
            .getFirst()
            .replace("    location / {", blocks("nginx").getLast() + "    location / {");
    try (Campus campus = Campus.start(Map.of());
        ProxyProcess nginx = ProxyProcess.nginx(block, campus.port())) {
      Person alice = campus.welcomes("alice");
      byte[] text = "a note".getBytes(StandardCharsets.US_ASCII);
      JsonNode file = alice.uploads(Form.files().file("note.txt", text));
      String signed = file.findValue("signed_url").asText();
      for (String path : List.of("/dm/health", "/dm" + signed)) {
        String said = gets(nginx, path);
        assertTrue(said.startsWith("HTTP/1.1 200"), said);
      }
      String proof = "Authorization: Bearer " + alice.token() + "\r\n";
      String upgraded = RawHttp.upgrade(nginx.port(), "/dm/v1/ws/messages", proof);
      assertTrue(upgraded.startsWith("HTTP/1.1 101"), upgraded);
      String metrics = gets(nginx, "/dm/metrics");
      assertTrue(metrics.startsWith("HTTP/1.1 404"), metrics);
    }
  }
}
