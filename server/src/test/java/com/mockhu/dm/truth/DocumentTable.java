package com.mockhu.dm.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The tables of a page of {@code docs/}, or of a part of one. */
record DocumentTable(List<List<String>> rows) {

  static DocumentTable in(String page) {
    return of(read(page).lines().toList());
  }

  /** The table below the heading. */
  static DocumentTable in(String page, String heading) {
    return of(
        read(page)
            .lines()
            .dropWhile(line -> !line.equals("## " + heading))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .toList());
  }

  static String read(String page) {
    try {
      return Files.readString(folder().resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentTable of(List<String> lines) {
    List<String> table = lines.stream().filter(line -> line.startsWith("|")).skip(2).toList();
    return new DocumentTable(table.stream().map(DocumentTable::cells).toList());
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
