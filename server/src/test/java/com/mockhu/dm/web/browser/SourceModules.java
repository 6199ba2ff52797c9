package com.mockhu.dm.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The sources of the web client below {@code /source/}, for tests of one module: the server has
 * them only as parts of the bundle.
 */
public final class SourceModules {
  private static final String PLACE = "/source/";
  private static final Path CLIENT = Path.of("..", "web", "src", "main", "resources", "web");

  /** Packages that sources import by name, as the build has unpacked them. */
  private static final Path PACKAGES = Path.of("..", "web", "target", "modules");

  private SourceModules() {}

  public static void addTo(BrowserContext context) {
    context.route("**" + PLACE + "**", SourceModules::answer);
  }

  private static void answer(Route route) {
    String name = URI.create(route.request().url()).getPath().substring(PLACE.length());
    Path folder = name.startsWith("lit-html/") ? PACKAGES : CLIENT;
    route.fulfill(
        new FulfillOptions().setContentType("text/javascript").setBody(module(folder, name)));
  }

  private static String module(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name))
          .replace("from 'lit-html'", "from '" + PLACE + "lit-html/lit-html.js'")
          .replace("from 'lit-html/", "from '" + PLACE + "lit-html/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
