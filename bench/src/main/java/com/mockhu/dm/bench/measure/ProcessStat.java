package com.mockhu.dm.bench.measure;

/**
 * One line of {@code /proc/<pid>/stat}.
 *
 * @param seconds processor time of the process, user and system
 * @param reapedSeconds the same of its children that have ended
 */
record ProcessStat(long pid, long parent, double seconds, double reapedSeconds) {
  /** The kernel shows times to programs in this unit, whatever its own tick is. */
  private static final double TICKS_PER_SECOND = 100;

  static ProcessStat parse(String line) {
    long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
    // The command's name comes second and may hold spaces and brackets: count from its end.
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    return new ProcessStat(
        pid, Long.parseLong(fields[1]), seconds(fields, 11), seconds(fields, 13));
  }

  private static double seconds(String[] fields, int first) {
    return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS_PER_SECOND;
  }
}
