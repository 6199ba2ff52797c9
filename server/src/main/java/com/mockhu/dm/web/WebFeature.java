package com.mockhu.dm.web;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.Map;

/** The web client under {@code /} (behaviour §12). */
public final class WebFeature {
  /** What people may have in the address bar. Which of them shows what, the client decides. */
  private static final List<String> VIEWS =
      List.of(
          "/",
          "/c/{conversationId}",
          "/u/{userId}",
          "/new",
          "/new/{userId}",
          "/settings",
          "/settings/{section}",
          "/sign-in",
          "/sign-up");

  /** Known to browsers and host pages by name; what they say changes with the version. */
  private static final List<String> NAMED =
      List.of("embed.js", "manifest.webmanifest", "worker.js");

  private static final RouteLimit STATIC = new RouteLimit.Unlimited("a copy of bytes in memory");

  private static final String FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String ASK_FIRST = "no-cache";

  private final WebSettings settings;

  public WebFeature(WebSettings settings) {
    this.settings = settings;
  }

  public void addRoutes(Routes routes) {
    if (!settings.isServed()) {
      return;
    }
    Bundle bundle = new Bundle(Resources.read(), settings);
    Asset page = bundle.named("index.html");
    VIEWS.forEach(view -> routes.open("GET", view, STATIC, request -> page(page, request)));
    NAMED.forEach(name -> add(routes, name, bundle.named(name)));
    addFiles(routes, "/assets/{name}", bundle.assets(), FOR_GOOD);
    addFiles(routes, "/client/v1/{name}", bundle.library(), ASK_FIRST);
  }

  private static void add(Routes routes, String name, Asset asset) {
    routes.open("GET", "/" + name, STATIC, request -> asset.reply(request, caching(ASK_FIRST)));
  }

  private HttpResult page(Asset page, Request request) {
    boolean isForPeople =
        request
            .header("Accept")
            .map(types -> types.contains("text/html") || types.contains("*/*"))
            .orElse(true);
    if (!isForPeople) {
      // A program that took the wrong address wants to be told in its own language.
      throw ApiException.notFound("This path has a page for browsers only.");
    }
    return page.reply(
        request,
        Map.of(
            "Cache-Control",
            ASK_FIRST,
            "Content-Security-Policy",
            ContentPolicy.of(settings),
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer"));
  }

  private static void addFiles(
      Routes routes, String template, Map<String, Asset> files, String caching) {
    routes.open(
        "GET", template, STATIC, request -> file(files, request).reply(request, caching(caching)));
  }

  private static Asset file(Map<String, Asset> files, Request request) {
    Asset asset = files.get(request.path("name"));
    if (asset == null) {
      throw ApiException.notFound("There is no such file.");
    }
    return asset;
  }

  private static Map<String, String> caching(String control) {
    return Map.of("Cache-Control", control);
  }
}
