package com.mockhu.dm.bench.run;

import java.util.Set;

/** One kind of load. A new one is a class that is also in the list {@code Scenarios}. */
public interface Scenario {
  /** The name on the command line. */
  String name();

  /** One line for the usage text. */
  String purpose();

  /** The options it takes besides the common ones, without the dashes. */
  Set<String> options();

  Result run(Bench bench);
}
