package com.mockhu.dm.bench.abuse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections that are held open: each begins, and then writes a byte now and then.
 *
 * @param dripMillis between two bytes of a connection; 0 for none
 */
record HeldLines(String name, int count, long dripMillis, Repeated.Request beginning)
    implements Attack {
  private static final long BREATH_MILLIS = 200;

  @Override
  public void run(Target target) throws InterruptedException {
    List<HostileLine> open = new ArrayList<>();
    try {
      for (int i = 0; i < count && !target.isOver(); i++) {
        begin(target, i, open);
      }
      hold(target, open);
    } finally {
      open.forEach(HostileLine::close);
    }
  }

  private void begin(Target target, int number, List<HostileLine> open) {
    try {
      HostileLine line = target.line();
      open.add(line);
      beginning.write(line, target, number);
    } catch (IOException _) {
      // The server refuses more: then these are all.
    }
  }

  private void hold(Target target, List<HostileLine> open) throws InterruptedException {
    while (!target.isOver()) {
      target.pause(dripMillis == 0 ? BREATH_MILLIS : dripMillis);
      if (dripMillis > 0) {
        open.forEach(HeldLines::drip);
      }
    }
  }

  private static void drip(HostileLine line) {
    try {
      line.write("x");
    } catch (IOException _) {
      // Cut off by the server.
    }
  }
}
