package com.mockhu.dm.attachment.multipart;

import com.mockhu.dm.platform.error.ApiException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Content-Disposition} of a part, as browsers and command lines write it. */
final class Disposition {
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([A-Za-z*]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

  private static final String EXTENDED = "utf-8''";

  private Disposition() {}

  static Part parse(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith("form-data")) {
      throw ApiException.invalid("A part of the body is no form field.");
    }
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      parameters.put(
          matcher.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? matcher.group(3) : unquoted(quoted));
    }
    Optional<String> filename =
        Optional.ofNullable(parameters.get("filename*"))
            .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(EXTENDED))
            .map(text -> decoded(text.substring(EXTENDED.length())))
            .or(() -> Optional.ofNullable(parameters.get("filename")));
    return new Part(parameters.getOrDefault("name", ""), filename);
  }

  /** Browsers write a quote as {@code %22}, others put a backslash before it. */
  private static String unquoted(String text) {
    return text.replace("\\\"", "\"").replace("%22", "\"").replace("%0D", "").replace("%0A", "");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid("A filename is not properly encoded.");
    }
  }
}
