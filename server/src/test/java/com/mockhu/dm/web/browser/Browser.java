package com.mockhu.dm.web.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.mockhu.dm.support.time.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The one Chromium of this test run. Starting it takes seconds, a new person in it milliseconds. It
 * ends with the process: its driver notices the closed pipe.
 */
public final class Browser {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static com.microsoft.playwright.Browser running;

  private Browser() {}

  /** Skips the test where there is no Chromium, or fails it where the run promised one. */
  public static synchronized com.microsoft.playwright.Browser running() {
    if (running == null) {
      running = launch(executable());
      PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LONGEST.toMillis());
    }
    return running;
  }

  private static com.microsoft.playwright.Browser launch(Path executable) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new CreateOptions().setEnv(environment));
    return playwright
        .chromium()
        .launch(new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
  }

  private static Path executable() {
    Optional<Path> found =
        Stream.of(
                Optional.ofNullable(System.getenv("CHROMIUM"))
                    .orElse("/usr/bin/chromium-headless-shell"),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && "required".equals(System.getenv("TEST_TOOLS"))) {
      Assertions.fail("There is no Chromium here, and this run must not do without.");
    }
    Assumptions.assumeTrue(found.isPresent(), "There is no Chromium here (set CHROMIUM).");
    return found.get();
  }
}
