package com.mockhu.dm.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All files of the web client, under one version. */
final class Bundle {
  private static final String MAIN = "view/main.js";

  /** Served under their own names, filled in; not under the version. */
  private static final Set<String> NAMED =
      Set.of("index.html", "embed.js", "manifest.webmanifest", "worker.js");

  private final SortedMap<String, byte[]> files;
  private final String hosts;
  private final String version;
  private final SortedMap<String, Asset> assets = new TreeMap<>();

  /** Under other settings the page is another one, also for those who keep it: another version. */
  Bundle(SortedMap<String, byte[]> files, WebSettings settings) {
    this.files = files;
    this.hosts = String.join(" ", settings.frameAncestors());
    this.version = version(files, ContentPolicy.of(settings));
    files.forEach((name, body) -> assets.put(name, Asset.of(name, shipped(name, body))));
    NAMED.forEach(assets::remove);
  }

  private static String version(SortedMap<String, byte[]> files, String policy) {
    String sums =
        files.entrySet().stream()
            .map(file -> file.getKey() + " " + Asset.digest(file.getValue()))
            .collect(Collectors.joining("\n", policy, ""));
    return Asset.digest(sums.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] shipped(String name, byte[] body) {
    return name.endsWith(".js") ? Comments.removed(body) : body;
  }

  String version() {
    return version;
  }

  /** Where all files are found. */
  String address() {
    return "/assets/" + version;
  }

  /** Null for a name that is none. */
  Asset asset(String name) {
    return assets.get(name);
  }

  /** A file that keeps its address from version to version, with the present one filled in. */
  Asset filled(String name) {
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    for (Map.Entry<String, String> each : placeholders().entrySet()) {
      text = text.replace("{{" + each.getKey() + "}}", each.getValue());
    }
    return Asset.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A module that stands for one of these files, in whichever version it is. */
  Asset entry(String name) {
    String text = "export * from \"" + address() + "/" + name + "\";\n";
    return Asset.of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> placeholders() {
    return Map.of(
        "version", version,
        "assets", address(),
        "preload", preload(),
        "files", fileList(),
        "hosts", hosts);
  }

  /** For the worker that keeps them: what a browser needs to open the page without a network. */
  private String fileList() {
    return assets.keySet().stream()
        .map(name -> "\"" + address() + "/" + name + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String preload() {
    return Modules.neededBy(MAIN, files).stream()
        .map(name -> "<link rel=\"modulepreload\" href=\"" + address() + "/" + name + "\">")
        .collect(Collectors.joining("\n"));
  }
}
