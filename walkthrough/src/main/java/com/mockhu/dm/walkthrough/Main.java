package com.mockhu.dm.walkthrough;

import com.mockhu.dm.walkthrough.actor.Transcript;
import com.mockhu.dm.walkthrough.actor.UnexpectedException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Plays the story against a server; status 1 when something is not as it should be. */
public final class Main {
  private static final String USAGE = "usage: bin/walkthrough [--url http://127.0.0.1:8080]";

  private Main() {}

  static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    // Independent of the locale, so that names and quotation marks are printed correctly.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      new Story(new Transcript(out), url(arguments)).play();
      System.exit(0);
    } catch (UnexpectedException e) {
      out.println();
      out.println("Not as it should be: " + e.getMessage());
      System.exit(1);
    } catch (IllegalArgumentException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
  }

  private static URI url(String[] arguments) {
    String url = "http://127.0.0.1:8080";
    for (int i = 0; i < arguments.length; i += 2) {
      if (!arguments[i].equals("--url") || i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i]);
      }
      url = arguments[i + 1];
    }
    return URI.create(url.replaceAll("/+$", ""));
  }
}
