package com.mockhu.dm.web.served;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.app.api.ApiReasons;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogues have a text for each refusal of the server. */
class ReasonsTest {
  private static final Pattern CODE = Pattern.compile("(?m)^  (\\w+): '([\\w.]+)',$");
  private static final Pattern KEY = Pattern.compile("(?m)^  '?([\\w.]+)'?: ");

  @Test
  void every_reason_against_a_file_is_told_in_the_readers_language() {
    Set<String> reasons =
        Arrays.stream(FileReason.values())
            .map(FileReason::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(reasons, found(CODE, text("view/parts/file-reasons.js"), 1));
  }

  @Test
  void every_reason_code_has_a_sentence_and_no_other_has() {
    Set<String> codes =
        ApiReasons.ALL.stream().map(Reason::code).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, found(CODE, text("view/parts/reason-codes.js"), 1));
  }

  @Test
  void both_languages_have_a_sentence_for_each_key_each_code_and_each_reason() {
    Set<String> english = found(KEY, text("language/en.js"), 1);
    Set<String> needed = new TreeSet<>();
    needed.addAll(found(CODE, text("view/parts/file-reasons.js"), 2));
    needed.addAll(found(CODE, text("view/parts/reason-codes.js"), 2));
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
}
