package com.mockhu.dm.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The first table of a page of {@code docs/}. */
record DocumentTable(List<List<String>> rows) {

  static DocumentTable in(String page) {
    try {
      List<String> lines = Files.readAllLines(folder().resolve(page));
      List<String> table = lines.stream().filter(line -> line.startsWith("|")).skip(2).toList();
      return new DocumentTable(table.stream().map(DocumentTable::cells).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in the module's folder or in the root, as the build or an editor likes. */
  private static Path folder() {
    Path here = Path.of("docs");
    return Files.isDirectory(here) ? here : Path.of("..", "docs");
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
        .map(cell -> cell.strip().replace("`", ""))
        .toList();
  }
}
