package com.mockhu.dm.chaos.client;

import com.mockhu.dm.bench.wire.rest.AccessTokens;
import java.net.URI;
import java.util.List;

/**
 * Where a round takes place.
 *
 * @param insight finds faults in the stored data of these people, where the store can be read
 */
public record Site(URI server, AccessTokens tokens, Insight insight) {
  /** A look behind the API. */
  @FunctionalInterface
  public interface Insight {
    List<String> faults(List<String> people, List<String> conversations);
  }
}
