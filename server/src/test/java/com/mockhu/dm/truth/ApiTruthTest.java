package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.app.Server;
import com.mockhu.dm.app.api.ApiLimits;
import com.mockhu.dm.app.api.ApiReasons;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.support.http.ApiDocument;
import com.mockhu.dm.support.http.FrameDocument;
import com.mockhu.dm.support.person.Campus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents name exactly what the code has. */
class ApiTruthTest {
  private static final Set<String> CODES =
      Arrays.stream(ErrorCode.values())
          .map(ErrorCode::code)
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void openapi_has_every_route_of_the_server_and_no_other() {
    Server server = Server.start(Environment.of(Campus.settings()));
    try {
      Set<String> routes =
          server.routes().stream()
              // The API document has no word for a rest of the path.
              .map(route -> route.method() + " " + route.template().replace("{+", "{"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(lines(routes), lines(ApiDocument.routes()));
    } finally {
      server.close();
    }
  }

  @Test
  void openapi_and_asyncapi_have_every_error_code_and_no_other() {
    assertEquals(lines(CODES), lines(ApiDocument.errorCodes()));
    assertEquals(lines(CODES), lines(FrameDocument.errorCodes()));
  }

  @Test
  void the_table_of_errors_has_every_code_with_its_status() {
    Set<String> expected = new TreeSet<>();
    for (ErrorCode code : ErrorCode.values()) {
      expected.add(code.code() + " " + code.status());
    }
    Set<String> told = new TreeSet<>();
    DocumentTable.in("errors.md").rows().stream()
        .filter(row -> row.get(1).matches("\\d{3}"))
        .forEach(row -> told.add(row.get(0) + " " + row.get(1)));
    assertEquals(lines(expected), lines(told));
  }

  @Test
  void openapi_and_the_table_have_every_reason_against_files() {
    Set<String> reasons =
        Arrays.stream(FileReason.values())
            .map(FileReason::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(lines(reasons), lines(ApiDocument.fileReasons()));
    Set<String> told = new TreeSet<>();
    DocumentTable.in("errors.md", "Reasons against files")
        .rows()
        .forEach(row -> told.add(row.getFirst()));
    assertEquals(lines(reasons), lines(told));
  }

  @Test
  void the_table_of_close_codes_agrees_with_asyncapi() {
    Set<String> told = new TreeSet<>();
    DocumentTable.in("close-codes.md").rows().forEach(row -> told.add(row.getFirst()));
    assertEquals(lines(FrameDocument.closeCodes()), lines(told));
  }

  @Test
  void every_list_of_reasons_has_those_of_the_code() {
    Set<String> reasons =
        ApiReasons.ALL.stream().map(Reason::code).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(lines(reasons), lines(ApiDocument.reasons()));
    assertEquals(lines(reasons), lines(FrameDocument.reasons()));
    Set<String> told = new TreeSet<>();
    DocumentTable.in("errors.md", "Reasons").rows().forEach(row -> told.add(row.getFirst()));
    assertEquals(lines(reasons), lines(told));
  }

  @Test
  void asyncapi_has_every_frame_of_a_client_and_no_other() {
    Server server = Server.start(Environment.of(Campus.settings()));
    try {
      assertEquals(lines(new TreeSet<>(server.frameTypes())), lines(FrameDocument.received()));
    } finally {
      server.close();
    }
  }

  @Test
  void the_table_of_settings_has_every_setting_with_its_default() {
    Environment environment = Environment.of(Campus.settings());
    Server.start(environment).close();
    Set<String> read = new TreeSet<>();
    environment.known().forEach(each -> read.add(each.name() + " = " + each.fallback()));
    Set<String> told = new TreeSet<>();
    DocumentTable.in("settings.md")
        .rows()
        .forEach(row -> told.add(row.get(0) + " = " + fallback(row.get(1))));
    assertEquals(lines(read), lines(told));
  }

  /** The text before the explanation, or after "else" where the default depends on something. */
  private static String fallback(String cell) {
    if (cell.contains("; none in ")) {
      // The identity mode decides it: IdentitySettingsTest.
      return "";
    }
    String word = cell.contains(", else ") ? cell.split(", else ")[1] : cell.split("[:; ]")[0];
    return Set.of("none", "generated").contains(word) ? "" : word;
  }

  @Test
  void every_secret_may_stand_in_a_file_and_is_named_there() {
    Environment environment = Environment.of(Campus.settings());
    Server.start(environment).close();
    Set<String> secrets = new TreeSet<>();
    environment.known().stream()
        .filter(Environment.Known::isSecret)
        .forEach(each -> secrets.add(each.name()));
    String section =
        DocumentTable.read("settings.md")
            .replaceFirst("(?s).*## Secrets in files(.*?)\n## .*", "$1");
    Set<String> told = new TreeSet<>();
    Pattern.compile("`(DM_[A-Z0-9_]+)`")
        .matcher(section)
        .results()
        .forEach(f -> told.add(f.group(1)));
    assertEquals(lines(secrets), lines(told));
  }

  @Test
  void the_table_of_limits_has_every_limit_with_its_value_and_setting() {
    Set<String> declared =
        ApiLimits.ALL.stream()
            .map(each -> each.name() + " " + each.value() + " " + setting(each))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> told = new TreeSet<>();
    DocumentTable.in("limits.md")
        .rows()
        .forEach(row -> told.add(row.get(0) + " " + row.get(1) + " " + row.get(2)));
    assertEquals(lines(told), lines(declared));
  }

  @Test
  void each_limit_and_each_reason_is_declared_once() {
    List<String> limits = ApiLimits.ALL.stream().map(Limit::name).toList();
    assertEquals(Set.copyOf(limits).size(), limits.size(), limits::toString);
    List<String> reasons = ApiReasons.ALL.stream().map(Reason::code).toList();
    assertEquals(Set.copyOf(reasons).size(), reasons.size(), reasons::toString);
  }

  private static String setting(Limit limit) {
    return switch (limit) {
      case RateLimit rate -> "DM_LIMITS_" + rate.name().toUpperCase(Locale.ROOT);
      case FixedLimit _ -> "fixed";
    };
  }

  private static String lines(Set<String> names) {
    return String.join("\n", names);
  }
}
