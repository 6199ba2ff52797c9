package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/architecture.md counts the files and lines that one reads for a send and a page. */
class WalkTruthTest {
  private static final Pattern CLAIM = Pattern.compile("(\\d+) files with ([\\d,]+) lines in all");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d+ \\|.*$");
  private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./(server/[^)]+\\.java)\\)");

  @Test
  void a_send_takes_as_many_files_and_lines_as_the_document_says() throws IOException {
    check(section("One send, file by file").replaceFirst("(?s)\nAfter the commit:.*", ""));
  }

  @Test
  void a_page_of_history_takes_as_many_files_and_lines_as_the_document_says() throws IOException {
    check(section("One page of history, file by file"));
  }

  private static String section(String title) {
    return DocumentTable.read("architecture.md")
        .replaceFirst("(?s).*\n## " + title + "\n(.*?)\n## .*", "$1");
  }

  /** Lines change with every commit: the document may be wrong by a tenth. */
  private static void check(String section) throws IOException {
    Matcher claim = CLAIM.matcher(section);
    assertTrue(claim.find());
    List<String> files =
        ROW.matcher(section)
            .results()
            .map(MatchResult::group)
            .flatMap(row -> LINK.matcher(row).results())
            .map(link -> link.group(1))
            .distinct()
            .toList();
    int lines = 0;
    for (String file : files) {
      lines += Files.readAllLines(Path.of("..").resolve(file)).size();
    }
    assertEquals(Integer.parseInt(claim.group(1)), files.size());
    int claimed = Integer.parseInt(claim.group(2).replace(",", ""));
    assertTrue(Math.abs(lines - claimed) <= claimed / 10, lines + " lines");
  }
}
