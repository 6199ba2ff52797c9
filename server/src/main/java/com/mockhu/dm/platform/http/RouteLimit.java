package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.limit.RateLimit;

/** How often a route may be called (docs/limits.md). Every route has one; see {@link Routes}. */
public sealed interface RouteLimit {
  /** The general limit holds: of the person, or on open routes of the network address. */
  RouteLimit GENERAL = new General();

  /** As {@link #GENERAL}. */
  record General() implements RouteLimit {}

  /**
   * The endpoint charges {@code limit} itself, for what was really done. A request that it charges
   * nothing for counts by the general limit, apart from those of other routes: an endpoint that
   * forgets to charge is limited nevertheless.
   */
  record Own(RateLimit limit) implements RouteLimit {}

  /** Not limited, because of {@code reason}. */
  record Unlimited(String reason) implements RouteLimit {}
}
