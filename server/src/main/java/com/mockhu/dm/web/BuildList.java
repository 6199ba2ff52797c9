package com.mockhu.dm.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.json.Json;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The list of what the bundler made ({@code build.json}, esbuild's metafile): which file a source
 * has become, and which files a script imports before it can run.
 */
final class BuildList {
  private final JsonNode outputs;

  /** Name of a source, such as {@code view/main.js}, to the path of its file. */
  private final Map<String, String> paths = new HashMap<>();

  BuildList(byte[] metafile) {
    outputs = Json.read(metafile, JsonNode.class).path("outputs");
    outputs.properties().forEach(each -> paths.put(source(each.getValue()), each.getKey()));
  }

  /** Copied files, such as icons, name no entry point, but have one input. */
  private static String source(JsonNode output) {
    JsonNode inputs = output.path("inputs");
    String only = inputs.size() == 1 ? inputs.fieldNames().next() : "";
    return output.path("entryPoint").asText(only);
  }

  /** The name of the file that a source has become. */
  String fileOf(String source) {
    return name(path(source));
  }

  /** The files that a script imports, directly or not, except those loaded on demand. */
  Set<String> importsOf(String source) {
    Set<String> found = new LinkedHashSet<>();
    addImports(path(source), found);
    return found;
  }

  private void addImports(String path, Set<String> found) {
    for (JsonNode each : outputs.path(path).path("imports")) {
      String imported = each.path("path").asText();
      if (each.path("kind").asText().equals("import-statement") && found.add(name(imported))) {
        addImports(imported, found);
      }
    }
  }

  private String path(String source) {
    String path = paths.get(source);
    if (path == null) {
      throw new IllegalStateException("The bundle has no file for " + source);
    }
    return path;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
