package com.mockhu.dm.walkthrough.actor;

import java.io.PrintStream;
import java.util.regex.Pattern;

/** The printed story: numbered chapters, and a line for each thing done and seen. */
public final class Transcript {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{8}([0-9a-f]{4})");
  private static final Pattern OPAQUE = Pattern.compile("((?:cursor|ticket)=)[^&\\s…]{6,}");
  private static final String LINE = "   %-6s %-4s %-50s %s";

  private final PrintStream out;
  private int chapters;
  private int steps;

  public Transcript(PrintStream out) {
    this.out = out;
  }

  public void title(String text) {
    out.println(text);
  }

  public void chapter(String text) {
    chapters++;
    out.println();
    out.println(chapters + "  " + text);
  }

  /** A request and its answer. */
  void called(String who, String method, String what, String answer) {
    line(who, method.equals("DELETE") ? "DEL" : method, what, "→ " + answer);
  }

  void sent(String who, String frame) {
    line(who, "»", frame, "");
  }

  void received(String who, String frame) {
    line(who, "«", frame, "");
  }

  public int steps() {
    return steps;
  }

  private void line(String who, String sign, String what, String answer) {
    steps++;
    out.println(LINE.formatted(who, sign, shortened(what), shortened(answer)).stripTrailing());
  }

  /** Ids and cursors are too long to read; the end of an id distinguishes it. */
  public static String shortened(String text) {
    return OPAQUE.matcher(ID.matcher(text).replaceAll("…$1")).replaceAll("$1…");
  }
}
