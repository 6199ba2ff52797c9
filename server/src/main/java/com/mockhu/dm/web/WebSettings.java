package com.mockhu.dm.web;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Settings of the web client (docs/settings.md).
 *
 * @param isServed whether there is a web client at all
 * @param frameAncestors origins whose pages may show it in a frame
 * @param imageSources origins that pictures of people may come from, besides this one
 */
public record WebSettings(
    boolean isServed, List<String> frameAncestors, List<String> imageSources) {
  /** What a content security policy takes as an origin: anything looser could end the directive. */
  private static final Pattern ORIGIN =
      Pattern.compile("'self'|https?://[A-Za-z0-9.*-]+(:(\\d{1,5}|\\*))?");

  public static WebSettings from(Environment environment) {
    return new WebSettings(
        environment.flag("DM_WEB", true),
        origins(environment, "DM_WEB_FRAME_ANCESTORS"),
        origins(environment, "DM_WEB_IMAGE_SOURCES"));
  }

  private static List<String> origins(Environment environment, String name) {
    String text = environment.text(name).orElse("").strip();
    List<String> origins = text.isEmpty() ? List.of() : List.of(text.split("[\\s,]+"));
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new StartupException(
            name + " holds \"" + origin + "\", but only origins like https://campus.example.");
      }
    }
    return origins;
  }
}
