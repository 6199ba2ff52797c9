package com.mockhu.dm.web.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its files as they come over the wire (behaviour §12). */
class ServedFilesTest extends CampusTest {
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("(?:import|from) ?\"\\./([\\w.-]+)\"");
  private static final Map<String, String> BROWSER = Map.of("Accept", "text/html,*/*;q=0.8");

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_WEB_FRAME_ANCESTORS", "https://campus.example 'self'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/c/0199b3a5-10c4-7b02-9c55-7a1d4e0f3b21", "/new", "/settings/privacy"})
  void every_address_of_the_client_gives_its_page(String path) {
    HttpResponse<byte[]> page = get(path, BROWSER);
    assertEquals(200, page.statusCode());
    assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
    assertEquals("no-cache", header(page, "Cache-Control"));
    assertTrue(text(page).startsWith("<!doctype html>"));
  }

  @Test
  void a_program_at_an_address_of_the_client_is_told_in_the_envelope() {
    var nobody = java.net.http.HttpRequest.BodyPublishers.noBody();
    campus
        .http()
        .raw("GET", "/c/x", Map.of("Accept", "application/json"), nobody)
        .isRefused(404, "not_found");
  }

  @Test
  void everything_the_page_names_is_there_and_may_be_kept_for_good() {
    List<String> named = addresses();
    assertTrue(named.stream().anyMatch(each -> each.matches("/assets/main-\\w+\\.js")));
    assertTrue(named.stream().anyMatch(each -> each.matches("/assets/main-\\w+\\.css")));
    for (String address : named.stream().filter(each -> each.startsWith("/assets/")).toList()) {
      HttpResponse<byte[]> file = get(address, Map.of());
      assertEquals(200, file.statusCode(), address);
      assertTrue(header(file, "Cache-Control").contains("immutable"), address);
      assertEquals("nosniff", header(file, "X-Content-Type-Options"), address);
    }
  }

  @Test
  void a_first_visit_fetches_few_files_and_each_script_that_the_page_needs_is_named_in_it() {
    List<String> named = addresses();
    Set<String> missing =
        named.stream()
            .filter(each -> each.endsWith(".js"))
            .flatMap(each -> IMPORT.matcher(text(get(each, Map.of()))).results())
            .map(match -> "/assets/" + match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(missing.isEmpty());
    named.forEach(missing::remove);
    assertEquals(Set.of(), missing);
    long fetchedFirst = named.stream().filter(each -> each.matches(".*\\.(js|css)")).count();
    assertTrue(fetchedFirst <= 8, named.toString());
  }

  @Test
  void a_file_of_another_version_is_not_there() {
    String file = script();
    alice.gets(file.replaceFirst("-\\w+\\.js", "-01234567.js")).isRefused(404, "not_found");
    alice.gets(file + "x").isRefused(404, "not_found");
  }

  @Test
  void a_script_names_its_source_map_which_holds_the_sources() {
    String script = text(get(script(), Map.of()));
    String map = script.substring(script.lastIndexOf('=') + 1).strip();
    HttpResponse<byte[]> answer = get("/assets/" + map, Map.of());
    assertEquals("application/json", header(answer, "Content-Type"));
    List<String> sources =
        Json.list(Json.tree(text(answer)).path("sources")).stream().map(JsonNode::asText).toList();
    assertTrue(sources.stream().anyMatch(each -> each.endsWith("/view/main.js")), map);
    assertEquals(sources.size(), Json.tree(text(answer)).path("sourcesContent").size());
  }

  @Test
  void the_client_library_is_one_file_at_an_address_that_stays() {
    HttpResponse<byte[]> library = get("/client/v1/dm-client.js", Map.of());
    assertEquals("no-cache", header(library, "Cache-Control"));
    assertTrue(text(library).contains("as DmClient"));
    assertFalse(IMPORT.matcher(text(library)).find());
    assertEquals(200, get("/client/v1/dm-client.js.map", Map.of()).statusCode());
  }

  @Test
  void compressed_it_is_the_same_file_and_smaller() throws IOException {
    String file = script();
    byte[] plain = get(file, Map.of()).body();
    HttpResponse<byte[]> compressed = get(file, Map.of("Accept-Encoding", "gzip, br"));
    assertEquals("gzip", header(compressed, "Content-Encoding"));
    assertEquals("Accept-Encoding", header(compressed, "Vary"));
    assertTrue(compressed.body().length < plain.length);
    var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()));
    assertArrayEquals(plain, unpacked.readAllBytes());
  }

  @Test
  void scripts_come_without_their_comments_but_with_their_licence() {
    List<String> scripts =
        addresses().stream()
            .filter(each -> each.endsWith(".js"))
            .map(each -> text(get(each, Map.of())))
            .toList();
    scripts.forEach(each -> assertFalse(each.contains("@param"), each));
    assertTrue(scripts.stream().anyMatch(each -> each.contains("@license")));
  }

  @Test
  void who_has_the_page_already_is_not_sent_it_again() {
    String tag = header(get("/", BROWSER), "ETag");
    HttpResponse<byte[]> again = get("/", Map.of("Accept", "text/html", "If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertEquals(0, again.body().length);
  }

  @Test
  void the_policy_allows_nothing_inline_and_nothing_from_elsewhere() {
    String policy = header(get("/", BROWSER), "Content-Security-Policy");
    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("script-src 'self';"), policy);
    assertTrue(policy.contains("require-trusted-types-for 'script'"), policy);
    assertTrue(policy.contains("frame-ancestors https://campus.example 'self';"), policy);
    assertFalse(text(get("/", BROWSER)).matches("(?s).*<script>.*|.*<style.*|.* style=.*"));
  }

  @Test
  void without_a_setting_nobody_may_frame_it_and_off_it_is_not_there() {
    try (Campus plain = Campus.start(Map.of())) {
      var page = plain.http().download("GET", "/", BROWSER);
      assertTrue(header(page, "Content-Security-Policy").contains("frame-ancestors 'none';"));
    }
    try (Campus off = Campus.start(Map.of("DM_WEB", "off"))) {
      assertEquals(404, off.http().download("GET", "/", BROWSER).statusCode());
    }
  }

  /** The address of the page's main script. */
  private String script() {
    return addresses().stream().filter(each -> each.matches(".*/main-\\w+\\.js")).findFirst().get();
  }

  private List<String> addresses() {
    Stream<String> found =
        ADDRESS.matcher(text(get("/", BROWSER))).results().map(match -> match.group(1));
    return found.toList();
  }

  private HttpResponse<byte[]> get(String path, Map<String, String> headers) {
    return campus.http().download("GET", path, headers);
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
