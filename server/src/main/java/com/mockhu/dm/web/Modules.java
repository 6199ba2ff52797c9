package com.mockhu.dm.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scripts a script needs before it can run. A browser learns of a module's imports only when
 * it has read it: told at once, it fetches all of them in one round trip.
 */
final class Modules {
  /** Imports that are written as such, not those that are made while running. */
  private static final Pattern IMPORT =
      Pattern.compile("\\b(?:import|from)\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");

  private final Map<String, byte[]> files;
  private final Set<String> found = new LinkedHashSet<>();

  private Modules(Map<String, byte[]> files) {
    this.files = files;
  }

  /** The script itself and all it imports, directly or not. */
  static Set<String> neededBy(String script, Map<String, byte[]> files) {
    Modules modules = new Modules(files);
    modules.add(script);
    return modules.found;
  }

  private void add(String name) {
    byte[] script = files.get(name);
    if (script == null) {
      throw new IllegalStateException("A script imports " + name + ", which is not there");
    }
    if (found.add(name)) {
      Matcher matcher = IMPORT.matcher(new String(script, StandardCharsets.UTF_8));
      while (matcher.find()) {
        add(resolve(name, matcher.group(1)));
      }
    }
  }

  private static String resolve(String from, String to) {
    return java.net.URI.create("/" + from).resolve(to).getPath().substring(1);
  }
}
