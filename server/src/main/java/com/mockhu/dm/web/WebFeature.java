package com.mockhu.dm.web;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** What these load is named after its content. */
  private static final Set<String> STABLE =
      Set.of(
          "dm-client.js",
          "dm-client.js.map",
          "dm-messenger.js",
          "dm-messenger.js.map",
          "dm-messenger.css",
          "dm-messenger.css.map");

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
    routes.open("GET", "/client/v1/{name}", STATIC, request -> library(bundle, request));
    routes.open("GET", "/assets/{name}", STATIC, request -> asset(bundle, request));
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
      throw ApiException.notFound("There is nothing at this path but a page for people.");
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

  /**
   * For pages of others: the client library and the elements under names that stay, and their
   * parts.
   */
  private static HttpResult library(Bundle bundle, Request request) {
    String name = request.path("name");
    Asset asset = bundle.library(name);
    if (asset == null) {
      throw ApiException.notFound("There is no such file.");
    }
    return asset.reply(request, caching(STABLE.contains(name) ? ASK_FIRST : FOR_GOOD));
  }

  private static HttpResult asset(Bundle bundle, Request request) {
    Asset asset = bundle.asset(request.path("name"));
    if (asset == null) {
      throw ApiException.notFound("There is no such file.");
    }
    return asset.reply(request, caching(FOR_GOOD));
  }

  private static Map<String, String> caching(String control) {
    return Map.of("Cache-Control", control);
  }
}
