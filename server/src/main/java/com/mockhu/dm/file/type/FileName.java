package com.mockhu.dm.file.type;

import com.mockhu.dm.file.format.Characters;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A file's name without dangerous characters.
 *
 * @param shown without any path; the name of the stored file
 * @param original as sent, with its path, but safe to show
 * @param kind by the extension
 */
public record FileName(String shown, String original, Kind kind) {
  /** In bytes of UTF-8. */
  static final int LONGEST = 255;

  private static final Set<String> NEVER =
      Set.of(
          "exe", "bat", "cmd", "sh", "ps1", "msi", "jar", "apk", "app", "dmg", "scr", "vbs", "js",
          "wsf", "hta");

  /** Further extensions that no embedded file may have; elsewhere in a name they are ordinary. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "com", "pif", "lnk", "cpl", "dll", "sys", "vbe", "jse", "wsh", "wsc", "sct", "msc", "msp",
          "mst", "reg", "scf", "url", "chm", "hlp", "psm1", "command", "desktop", "docm", "dotm",
          "xlsm", "xltm", "xlsb", "xlam", "xll", "pptm", "potm", "ppsm", "ppam", "sldm", "iso",
          "img", "vhd", "vhdx");

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code file_refused} for an extension that is
   *     missing, unknown or, anywhere in the name, dangerous
   */
  public static FileName of(String sent) {
    String visible = visible(sent);
    String last = lastPart(visible);
    if (isDangerous(last)) {
      throw FileRefusal.because(FileReason.DANGEROUS_EXTENSION);
    }
    int dot = last.lastIndexOf('.');
    String ending = dot < 0 ? "" : plain(last.substring(dot + 1));
    Kind kind =
        Kind.ofExtension(ending.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> FileRefusal.because(FileReason.UNSUPPORTED_TYPE));
    String extension = "." + ending;
    return new FileName(
        shortened(stem(last.substring(0, dot)), extension),
        shortened(flat(visible.substring(0, visible.lastIndexOf('.'))), extension),
        kind);
  }

  /** The name of a refused file for the error: its last part, with any extension. */
  static String harmless(String sent) {
    return Characters.beginning(lastPart(visible(sent)), LONGEST);
  }

  /** Whether any of its extensions is never accepted. */
  public static boolean isDangerous(String name) {
    return extensions(name).stream().anyMatch(NEVER::contains);
  }

  /** Whether an embedded file of this name could be started. */
  public static boolean isProgram(String name) {
    List<String> extensions = extensions(name);
    return isDangerous(name) || !extensions.isEmpty() && PROGRAMS.contains(extensions.getLast());
  }

  private static List<String> extensions(String name) {
    List<String> parts =
        Arrays.stream(plain(name).toLowerCase(Locale.ROOT).split("\\.", -1))
            .map(String::strip)
            .toList();
    return parts.subList(1, parts.size());
  }

  /** Removes look-alike and invisible characters, which could hide an extension. */
  private static String plain(String part) {
    return Characters.without(
            Normalizer.normalize(part, Normalizer.Form.NFKC), Characters::isInvisible)
        .strip();
  }

  private static String visible(String sent) {
    return Characters.without(
        Normalizer.normalize(sent, Normalizer.Form.NFC), Characters::isControlOrDirection);
  }

  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
  }

  /** Without leading dots, which would hide the file on the disk of its reader. */
  private static String stem(String stem) {
    int start = 0;
    while (start < stem.length()
        && (stem.charAt(start) == '.' || Character.isWhitespace(stem.charAt(start)))) {
      start++;
    }
    String rest = stem.substring(start);
    return Characters.without(rest, Characters::isInvisible).isBlank() ? "file" : rest;
  }

  private static String flat(String path) {
    return path.replace('/', '_').replace('\\', '_');
  }

  private static String shortened(String stem, String extension) {
    int room = LONGEST - extension.getBytes(StandardCharsets.UTF_8).length;
    return Characters.beginning(stem, room) + extension;
  }
}
