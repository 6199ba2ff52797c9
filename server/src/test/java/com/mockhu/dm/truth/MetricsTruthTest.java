package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.process.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The documented metrics, compared with those of a server that has done some work. */
class MetricsTruthTest extends CampusTest {
  /** Words in an expression that are not metrics. */
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** Series that Prometheus itself adds for each server. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private static final Pattern LABEL = Pattern.compile("(\\w+)=~?\"([\\w|-]+)\"");

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|\\w)");

  private Metrics metrics;

  @BeforeEach
  void live() {
    String conversation = alice.sends("hi").to(bob).conversation();
    bob.connects();
    alice.uploads(Form.files().file("a.txt", new byte[] {'a'}));
    alice.readsAllOf(conversation);
    alice.gets("/v1/users/" + carol.id()).isOk();
    metrics = Metrics.of(campus);
  }

  @Test
  void the_table_of_metrics_has_every_metric_with_its_type() {
    Set<String> told = new TreeSet<>();
    DocumentTable.in("operations.md", "Metrics")
        .rows()
        .forEach(row -> told.add(row.get(0) + " " + row.get(1)));
    assertEquals(String.join("\n", metrics.types()), String.join("\n", told));
  }

  @Test
  void the_dashboard_names_only_metrics_that_there_are() {
    JsonNode dashboard = Json.tree(DocumentTable.read("grafana/mockhu-dm.json"));
    assertExist(dashboard.findValuesAsText("expr"));
  }

  @Test
  void the_alerts_name_only_metrics_that_there_are() {
    assertExist(expressions(new Yaml().load(DocumentTable.read("grafana/alerts.yaml"))));
  }

  @Test
  void the_alerts_name_only_labels_that_there_are() {
    List<String> expressions =
        expressions(new Yaml().load(DocumentTable.read("grafana/alerts.yaml")));
    Set<String> labels = new TreeSet<>();
    for (String expression : expressions) {
      LABEL
          .matcher(expression)
          .results()
          .filter(found -> !found.group(1).equals("job"))
          .forEach(
              found ->
                  List.of(found.group(2).split("\\|"))
                      .forEach(value -> labels.add(found.group(1) + "=\"" + value + "\"")));
    }
    assertFalse(labels.isEmpty());
    labels.removeIf(label -> metrics.text().contains(label));
    // Checks of what this server was not told to use.
    labels.removeAll(Set.of("check=\"scanner\"", "check=\"keys\""));
    assertEquals(Set.of(), labels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "dm_check_up",
        "dm_disk_free_bytes",
        "dm_db_failures_total",
        "dm_http_errors_total",
        "dm_ws_disconnects_total",
        "dm_upload_oldest_seconds",
        "dm_backup_timestamp_seconds"
      })
  void an_operator_is_alerted_by(String metric) {
    assertTrue(
        expressions(new Yaml().load(DocumentTable.read("grafana/alerts.yaml"))).stream()
            .anyMatch(each -> names(each).contains(metric)));
  }

  @Test
  void no_label_tells_who_it_was() {
    for (var person : List.of(alice, bob, carol)) {
      for (String label : metrics.labels()) {
        assertFalse(label.contains(person.id()) || label.contains(person.username()), label);
      }
    }
  }

  private void assertExist(List<String> expressions) {
    Set<String> named = new TreeSet<>();
    expressions.forEach(each -> named.addAll(names(each)));
    assertFalse(named.isEmpty());
    named.removeAll(metrics.series());
    named.removeAll(OF_PROMETHEUS);
    assertEquals(Set.of(), named);
  }

  /** Removes labels, durations, texts and groupings; metrics and functions remain. */
  private static Set<String> names(String expression) {
    String bare =
        expression
            .replaceAll("\\{[^}]*}|\\[[^\\]]*]|\"[^\"]*\"", " ")
            .replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", " ");
    Set<String> names = new TreeSet<>();
    Matcher found = NAME.matcher(bare);
    while (found.find()) {
      names.add(found.group());
    }
    names.removeAll(WORDS);
    return names;
  }

  private static List<String> expressions(Map<String, List<Map<String, Object>>> file) {
    List<String> all = new ArrayList<>();
    for (Map<String, Object> group : file.get("groups")) {
      for (Object rule : (List<?>) group.get("rules")) {
        all.add((String) ((Map<?, ?>) rule).get("expr"));
      }
    }
    return all;
  }
}
