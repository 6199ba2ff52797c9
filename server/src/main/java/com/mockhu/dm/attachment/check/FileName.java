package com.mockhu.dm.attachment.check;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file's name, made safe.
 *
 * @param shown without any path; what the file is called from now on
 * @param original as it was sent, path and all, but harmless to show
 * @param kind what its extension says it is
 */
public record FileName(String shown, String original, Kind kind) {
  /** In bytes of UTF-8. */
  static final int LONGEST = 255;

  private static final Set<String> NEVER =
      Set.of(
          "exe", "bat", "cmd", "sh", "ps1", "msi", "jar", "apk", "app", "dmg", "scr", "vbs", "js",
          "wsf", "hta");

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code invalid_request} for an extension that
   *     is missing, unknown or, anywhere in the name, dangerous
   */
  public static FileName of(String sent) {
    String visible = visible(Normalizer.normalize(sent, Normalizer.Form.NFC));
    String last = visible.substring(lastSeparator(visible) + 1).strip();
    if (isDangerous(last)) {
      throw FileRefusal.unsupported();
    }
    List<String> parts = parts(last);
    Kind kind =
        Kind.ofExtension(parts.size() < 2 ? "" : comparable(parts.getLast()))
            .orElseThrow(FileRefusal::unsupported);
    String stem = last.substring(0, last.lastIndexOf('.')).replaceAll("^[.\\s]+", "");
    String extension = last.substring(last.lastIndexOf('.'));
    return new FileName(
        shortened(stem.isEmpty() ? "file" : stem, extension),
        shortened(flat(visible.substring(0, visible.lastIndexOf('.'))), extension),
        kind);
  }

  /** Whether any of its extensions is one that is never taken. */
  static boolean isDangerous(String name) {
    List<String> parts = parts(name);
    return parts.subList(1, parts.size()).stream()
        .anyMatch(part -> NEVER.contains(comparable(part)));
  }

  private static List<String> parts(String name) {
    return Arrays.asList(name.split("\\.", -1));
  }

  /** Look-alikes of letters must not hide an extension from the list. */
  private static String comparable(String part) {
    return Normalizer.normalize(part, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  private static int lastSeparator(String name) {
    return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  }

  private static String flat(String path) {
    return path.replace('/', '_').replace('\\', '_');
  }

  /** Without what turns the reading direction, hides, or is no character at all. */
  private static String visible(String name) {
    return name.codePoints()
        .filter(FileName::isVisible)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String shortened(String stem, String extension) {
    int room = LONGEST - extension.getBytes(StandardCharsets.UTF_8).length;
    StringBuilder kept = new StringBuilder();
    int bytes = 0;
    for (int character : stem.codePoints().toArray()) {
      bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > room) {
        break;
      }
      kept.appendCodePoint(character);
    }
    return kept + extension;
  }
}
