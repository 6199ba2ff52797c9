package com.mockhu.dm.app.api;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Serves the API's own description: as YAML, as JSON, and as pages to read. */
public final class ApiDocuments {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** One of the two pages, which have all but this in common. */
  private record Page(String title, String name, String source) {}

  public void addTo(Routes routes) {
    RouteLimit limit = new RouteLimit.Unlimited("a copy of bytes in memory");
    for (String name : new String[] {"openapi", "asyncapi"}) {
      byte[] yaml = resource(name + ".yaml");
      HttpResult source = HttpResult.document("application/yaml", yaml);
      HttpResult converted = HttpResult.document("application/json", json(yaml));
      routes.open("GET", "/" + name + ".yaml", limit, request -> source);
      routes.open("GET", "/" + name + ".json", limit, request -> converted);
    }
    HttpResult rest = filled(new Page("REST API", "rest", "openapi"));
    HttpResult socket = filled(new Page("Socket", "socket", "asyncapi"));
    routes.open("GET", "/docs", limit, request -> rest);
    routes.open("GET", "/docs/{page}", limit, request -> part(request.path("page"), rest, socket));
  }

  private static HttpResult part(String name, HttpResult rest, HttpResult socket) {
    return switch (name) {
      case "index.html" -> rest;
      case "socket.html" -> socket;
      default -> file(name);
    };
  }

  private static HttpResult filled(Page page) {
    String frame = new String(resource("docs/frame.html"), StandardCharsets.UTF_8);
    String html =
        frame
            .replace("{{title}}", page.title)
            .replace("{{page}}", page.name)
            .replace("{{source}}", page.source)
            .replace("{{" + page.name + "}}", " aria-current=\"page\"")
            .replaceAll("\\{\\{(rest|socket)}}", "");
    return HttpResult.document(TYPES.get("html"), html.getBytes(StandardCharsets.UTF_8))
        .with("Content-Security-Policy", POLICY);
  }

  private static HttpResult file(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    // Names come from outside: only plain ones may become a path.
    if (!name.matches("[a-z]+\\.[a-z]+") || !TYPES.containsKey(ending) || ending.equals("html")) {
      throw ApiException.notFound("There is no such page.");
    }
    return HttpResult.document(TYPES.get(ending), resource("docs/" + name))
        .with("Content-Security-Policy", POLICY);
  }

  private static byte[] json(byte[] yaml) {
    return Json.bytes(new Yaml().load(new String(yaml, StandardCharsets.UTF_8)));
  }

  private static byte[] resource(String name) {
    try (InputStream stream = ApiDocuments.class.getResourceAsStream("/api/" + name)) {
      if (stream == null) {
        throw ApiException.notFound("There is no such page.");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
