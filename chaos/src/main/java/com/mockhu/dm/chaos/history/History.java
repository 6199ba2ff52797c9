package com.mockhu.dm.chaos.history;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A round as its clients saw it. */
public record History(List<Operation> operations, List<Sight> sights, List<Trouble> troubles) {

  public Stream<Operation> sends() {
    return operations.stream().filter(Operation::isSend);
  }

  public long count(Predicate<Outcome> outcome) {
    return operations.stream().map(Operation::outcome).filter(outcome).count();
  }
}
