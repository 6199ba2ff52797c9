package com.mockhu.dm.bench.talk;

import java.util.List;
import java.util.Map;

/** People whose operations are either delivered or refused. */
public record ClosedTalk(Map<Lane, List<Writer>> writers) implements Talk {
  @Override
  public boolean isSettled(Tally total) {
    return total.sent == total.delivered + total.refused;
  }
}
