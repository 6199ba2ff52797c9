package com.mockhu.dm.bench.scenario;

import java.util.Set;

/** One kind of load. Adding one means writing its class and naming it in {@link Scenarios}. */
public interface Scenario {
  /** What it is called on the command line. */
  String name();

  /** One line for the usage text. */
  String purpose();

  /** The options it takes besides the common ones, without the dashes. */
  Set<String> options();

  Result run(Bench bench);
}
