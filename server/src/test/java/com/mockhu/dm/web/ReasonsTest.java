package com.mockhu.dm.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogues know everything the server may say about what it refuses. */
class ReasonsTest {
  private static final Path SERVER = Path.of("src/main/java/com/mockhu/dm");
  private static final Pattern REASON = Pattern.compile("because\\(\\s*\"([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("(?m)^  '?([\\w.]+)'?: ");
  private static final Pattern KNOWN = Pattern.compile("'([^']+)': '((?:refused|reason)\\.\\w+)'");

  @Test
  void every_reason_against_a_file_is_told_in_the_readers_language() throws IOException {
    Set<String> known = found(KNOWN, text("view/parts/reasons.js"), 1);
    try (Stream<Path> files = Files.walk(SERVER)) {
      Set<String> told =
          files
              .filter(each -> each.toString().endsWith(".java"))
              .flatMap(each -> found(REASON, read(each), 1).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      assertTrue(told.size() > 15, "the sources say: " + told);
      told.removeAll(known);
      assertEquals(Set.of(), told);
    }
  }

  @Test
  void both_languages_have_a_sentence_for_each_key_each_code_and_each_reason() {
    Set<String> english = found(KEY, text("language/en.js"), 1);
    Set<String> needed = found(KNOWN, text("view/parts/reasons.js"), 2);
    Arrays.stream(ErrorCode.values()).forEach(each -> needed.add("error." + each.code()));
    needed.removeAll(english);
    assertEquals(Set.of(), needed);
    assertEquals(english, found(KEY, text("language/de.js"), 1));
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .map(each -> each.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(String resource) {
    try (var in = ReasonsTest.class.getResourceAsStream("/web/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
