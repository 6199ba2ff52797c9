package com.mockhu.dm.web;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All files of the web client as the build made them. */
final class Bundle {
  private static final String MAIN = "view/main.js";
  private static final String ASSETS = "assets/";
  private static final String LIBRARY = "client/v1/";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w./-]+)}}");

  private final SortedMap<String, byte[]> files;
  private final BuildList build;
  private final String hosts;
  private final String version;
  private final SortedMap<String, Asset> assets;
  private final SortedMap<String, Asset> library;

  /** The page depends on the settings too: under other settings its version is another one. */
  Bundle(SortedMap<String, byte[]> files, WebSettings settings) {
    this.files = files;
    this.build = new BuildList(files.get("build.json"));
    this.hosts = String.join(" ", settings.frameAncestors());
    this.version = version(files, ContentPolicy.of(settings));
    this.assets = below(ASSETS);
    this.library = below(LIBRARY);
  }

  private SortedMap<String, Asset> below(String folder) {
    SortedMap<String, Asset> found = new TreeMap<>();
    files.forEach(
        (path, body) -> {
          if (path.startsWith(folder)) {
            found.put(path.substring(folder.length()), Asset.of(path, body));
          }
        });
    return found;
  }

  private static String version(SortedMap<String, byte[]> files, String policy) {
    String sums =
        files.entrySet().stream()
            .map(file -> file.getKey() + " " + Asset.digest(file.getValue()))
            .collect(Collectors.joining("\n", policy, ""));
    return Asset.digest(sums.getBytes(StandardCharsets.UTF_8));
  }

  /** Files whose names hold the hash of their content. */
  SortedMap<String, Asset> assets() {
    return assets;
  }

  /** The client library for pages with views of their own (docs/web.md); its names stay. */
  SortedMap<String, Asset> library() {
    return library;
  }

  /** A file that keeps its address over versions, with the addresses of other files filled in. */
  Asset named(String name) {
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    String filled =
        PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    return Asset.of(name, filled.getBytes(StandardCharsets.UTF_8));
  }

  private String value(MatchResult placeholder) {
    return switch (placeholder.group(1)) {
      case "version" -> version;
      case "preload" -> preload();
      case "files" -> fileList();
      case "hosts" -> hosts;
      case String source -> address(build.fileOf(source));
    };
  }

  private static String address(String file) {
    return "/" + ASSETS + file;
  }

  /** For the service worker: what a browser needs to open the page without a network. */
  private String fileList() {
    return assets.keySet().stream()
        .filter(name -> !name.endsWith(".map"))
        .map(name -> "\"" + address(name) + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * A browser learns of a script's imports only when it has read it. Named in the page, they are
   * fetched in the same round trip.
   */
  private String preload() {
    return build.importsOf(MAIN).stream()
        .map(name -> "<link rel=\"modulepreload\" href=\"" + address(name) + "\">")
        .collect(Collectors.joining("\n"));
  }
}
