package com.mockhu.dm.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All files of the web client, under one version. */
final class Bundle {
  private static final String MAIN = "view/main.js";

  private final SortedMap<String, byte[]> files;
  private final String version;
  private final SortedMap<String, Asset> assets = new TreeMap<>();

  Bundle(SortedMap<String, byte[]> files) {
    this.files = files;
    this.version = version(files);
    files.forEach((name, body) -> assets.put(name, Asset.of(name, body)));
  }

  private static String version(SortedMap<String, byte[]> files) {
    String sums =
        files.entrySet().stream()
            .map(file -> file.getKey() + " " + Asset.digest(file.getValue()))
            .collect(Collectors.joining("\n"));
    return Asset.digest(sums.getBytes(StandardCharsets.UTF_8));
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

  private Map<String, String> placeholders() {
    return Map.of("version", version, "assets", address(), "preload", preload());
  }

  private String preload() {
    return Modules.neededBy(MAIN, files).stream()
        .map(name -> "<link rel=\"modulepreload\" href=\"" + address() + "/" + name + "\">")
        .collect(Collectors.joining("\n"));
  }
}
