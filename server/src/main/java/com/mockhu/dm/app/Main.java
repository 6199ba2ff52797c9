package com.mockhu.dm.app;

import com.mockhu.dm.app.settings.ServerSettings;
import com.mockhu.dm.app.start.Arguments;
import com.mockhu.dm.app.start.StartFailure;
import com.mockhu.dm.app.start.Version;
import com.mockhu.dm.platform.settings.Environment;
import java.io.PrintStream;
import java.util.Locale;

/** The command line: runs the server, or prints what it is asked for. */
public final class Main {
  private Main() {}

  static void main(String[] words) {
    // No output of the server depends on the machine's language, and no library's may either.
    Locale.setDefault(Locale.ROOT);
    int status = run(words, System.out);
    if (status != 0) {
      // A failed start may have left threads that keep the process alive.
      System.exit(status);
    }
  }

  /** The exit status. With 0 a started server keeps running. */
  private static int run(String[] words, PrintStream out) {
    try {
      return switch (Arguments.of(words)) {
        case SERVE -> new Launch().serve(false) ? 0 : 1;
        case DEMO -> new Launch().serve(true) ? 0 : 1;
        case PRINT_CONFIG -> print(out, config());
        case VERSION -> print(out, "Mockhu DM " + Version.text());
        case HELP -> print(out, Arguments.help());
      };
    } catch (Throwable e) {
      System.err.println(StartFailure.sentence(e));
      return 1;
    }
  }

  private static String config() {
    Environment environment = Environment.of(System.getenv());
    ServerSettings.from(environment);
    return String.join(System.lineSeparator(), environment.lines());
  }

  private static int print(PrintStream out, String text) {
    out.println(text);
    return 0;
  }
}
