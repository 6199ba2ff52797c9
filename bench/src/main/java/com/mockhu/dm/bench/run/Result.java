package com.mockhu.dm.bench.run;

import com.mockhu.dm.bench.measure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * The result of a scenario.
 *
 * @param remarks sentences needed to interpret the figures
 * @param isWithinBounds false when the scenario has bounds and they were passed
 * @param verification empty when the scenario stores nothing or no database was named
 */
public record Result(
    List<Figure> figures,
    List<String> remarks,
    Optional<Verification> verification,
    boolean isWithinBounds) {
  public Result {
    figures = List.copyOf(figures);
    remarks = List.copyOf(remarks);
  }

  public Result(List<Figure> figures, List<String> remarks, Optional<Verification> verification) {
    this(figures, remarks, verification, true);
  }

  /** Whether all checks passed. */
  public boolean isSound() {
    return isWithinBounds && verification.map(Verification::isSound).orElse(true);
  }
}
