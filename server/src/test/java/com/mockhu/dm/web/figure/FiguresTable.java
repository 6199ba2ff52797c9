package com.mockhu.dm.web.figure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The last section of docs/web.md, which is written anew by each run. */
final class FiguresTable {
  private static final Path DOCUMENT = Path.of("..", "docs", "web.md");
  private static final String HEADING = "## Figures\n";

  private final List<String> rows = new ArrayList<>();

  void add(String what, Object value) {
    String row = "| " + what + " | " + value + " |";
    System.out.println(row);
    rows.add(row);
  }

  void write() throws IOException {
    String text = Files.readString(DOCUMENT);
    String before = text.substring(0, text.indexOf(HEADING) + HEADING.length());
    String table = String.join("\n", rows);
    Files.writeString(DOCUMENT, before + introduction() + "\n| | |\n|---|---|\n" + table + "\n");
  }

  private static String introduction() {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    return """

        Measured and written here by `bin/test WebFigures` on %s: Chromium without a window, server and browser on one
        machine of %d cores, with a load of %.0f at the end. Middle values. "A quarter of the speed" is Chromium's own
        brake on the page's processor, as for a cheap phone.
        """
        .formatted(
            LocalDate.now(), machine.getAvailableProcessors(), machine.getSystemLoadAverage());
  }
}
