package com.mockhu.dm.app.start;

import com.mockhu.dm.platform.StartupException;
import java.util.Locale;

/** What the command line asks for. */
public enum Arguments {
  SERVE("", "runs the server"),
  DEMO("--demo", "fills a server that nobody has signed up to, and runs it"),
  PRINT_CONFIG("--print-config", "prints every setting as the server reads it; secrets are masked"),
  VERSION("--version", "prints the version"),
  HELP("--help", "prints this");

  private final String word;
  private final String meaning;

  Arguments(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /**
   * @throws StartupException for anything but one of the words, once
   */
  public static Arguments of(String[] words) {
    if (words.length == 0) {
      return SERVE;
    }
    for (Arguments known : values()) {
      if (words.length == 1 && known != SERVE && known.word.equals(words[0])) {
        return known;
      }
    }
    throw new StartupException(
        String.format(
            Locale.ROOT,
            "The arguments \"%s\" are not understood: one of --demo, --print-config, --version, --help, or none; settings are variables.",
            String.join(" ", words)));
  }

  /** What {@code --help} prints. */
  public static String help() {
    StringBuilder text = new StringBuilder("Mockhu DM, a server for direct messages\n\n");
    for (Arguments each : values()) {
      text.append(
          String.format(
              Locale.ROOT, "  %-15s %s%n", each == SERVE ? "(none)" : each.word, each.meaning));
    }
    return text.append("\nSettings are variables that begin with DM_, such as DM_PORT (8080),\n")
        .append("DM_HOST, DM_DATA_DIR and DM_DATABASE_URL, or lines of the file that\n")
        .append("DM_ENV_FILE names. docs/settings.md has all of them.\n")
        .toString();
  }
}
