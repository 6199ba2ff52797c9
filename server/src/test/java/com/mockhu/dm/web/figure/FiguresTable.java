package com.mockhu.dm.web.figure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last section of docs/web.md, which each run replaces. */
final class FiguresTable {
  private static final Path DOCUMENT = Path.of("..", "docs", "web.md");
  private static final String HEADING = "## Figures\n";

  /** By what was measured: a figure that is measured again replaces the first one. */
  private final Map<String, String> rows = new LinkedHashMap<>();

  void add(String what, Object value) {
    String row = "| " + what + " | " + value + " |";
    System.out.println(row);
    rows.put(what, row);
  }

  void write() throws IOException {
    String text = Files.readString(DOCUMENT);
    String before = text.substring(0, text.indexOf(HEADING) + HEADING.length());
    String table = String.join("\n", rows.values());
    Files.writeString(DOCUMENT, before + introduction() + "\n| | |\n|---|---|\n" + table + "\n");
  }

  private static String introduction() {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    return """

        `bin/test WebFigures` measured and wrote these figures on %s: headless Chromium, server and browser on one machine
        with %d cores (load %.0f at the end). Median values. "Latency" is Chromium's emulation of a network: each response
        waits for that time, and all share the rate; connecting takes no extra time. "Nothing cached": the browser has no
        file of the page, and for the list of chats it has the stored data. "A quarter of the speed" is Chromium's
        throttling of the page's processor to simulate a slow phone. `bin/test 'WebFigures#slowNetworks'` measures the
        figures with latency alone.
        """
        .formatted(
            LocalDate.now(), machine.getAvailableProcessors(), machine.getSystemLoadAverage());
  }
}
