package com.mockhu.dm.chaos;

import com.mockhu.dm.chaos.nemesis.Nemesis;
import com.mockhu.dm.chaos.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Runs rounds; exits with 1 when a promise was broken, 2 when nothing could be tried. */
public final class Main {
  private static final int BROKEN = 1;
  private static final int UNUSABLE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    // Requests and figures must not depend on the machine's language.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      return run(Options.parse(arguments)) ? 0 : BROKEN;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return UNUSABLE;
    } catch (Exception e) {
      e.printStackTrace();
      return UNUSABLE;
    }
  }

  private static boolean run(Options options) throws Exception {
    Report report = new Report(System.out);
    List<Nemesis> nemeses = possible(options.nemeses(), report);
    boolean hasSmallDisks = nemeses.stream().anyMatch(Nemesis::needsSmallDisks);
    report.head(options.seed());
    World world = new World(options.server(), options.binaries(), hasSmallDisks);
    Thread end = new Thread(world::close);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      rounds(options, nemeses, world, report);
    } finally {
      keepLog(options, world);
      Runtime.getRuntime().removeShutdownHook(end);
      world.close();
    }
    return report.end();
  }

  private static List<Nemesis> possible(List<Nemesis> wanted, Report report) {
    wanted.forEach(each -> each.missing().get().ifPresent(why -> report.skipped(each.name(), why)));
    return wanted.stream().filter(each -> each.missing().get().isEmpty()).toList();
  }

  private static void rounds(Options options, List<Nemesis> nemeses, World world, Report report)
      throws Exception {
    long end = System.nanoTime() + options.length().toNanos();
    Iterator<Plan.Round> plan = Plan.of(nemeses, options.seed()).iterator();
    for (int number = 1; number <= options.rounds() && System.nanoTime() < end; number++) {
      Plan.Round round = plan.next();
      Verdict verdict =
          new Trial(world.site(), round.settings(), round.nemesis().on().apply(world)).run();
      report.add(round, verdict);
      HistoryFile.write(options.folder(), number, options.seed(), round, verdict);
    }
  }

  private static void keepLog(Options options, World world) throws IOException {
    Files.createDirectories(options.folder());
    Files.copy(
        world.log(), options.folder().resolve("server.log"), StandardCopyOption.REPLACE_EXISTING);
  }
}
