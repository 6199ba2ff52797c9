package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The report of a contest: each party's figures, and the others relative to the first. */
public final class Contests {
  private Contests() {}

  public static Set<String> with(String... own) {
    Set<String> options = new HashSet<>(Contest.OPTIONS);
    options.addAll(List.of(own));
    return options;
  }

  public static List<Figure> figures(String what, List<RunSeries> allSeries) {
    List<Figure> figures = new ArrayList<>();
    allSeries.forEach(series -> figures.addAll(series.figures(what)));
    RunSeries first = allSeries.getFirst();
    for (RunSeries other : allSeries.subList(1, allSeries.size())) {
      figures.add(first.timesAsFastAs(other, what));
      figures.add(first.timesAsCheapAs(other, what));
    }
    return figures;
  }

  public static List<String> remarks(String what, List<RunSeries> allSeries) {
    return allSeries.stream().map(series -> series.remark(what)).toList();
  }
}
