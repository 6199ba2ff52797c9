package com.mockhu.dm.presence;

/**
 * What clients need to know of presence ({@code GET /v1/config}).
 *
 * @param typingSeconds how long typing is shown unless the client reports it again
 * @param maxWatched people that one connection can watch
 */
record PresenceConfig(long typingSeconds, int maxWatched) {
  static PresenceConfig get() {
    return new PresenceConfig(TypingState.LAPSE.toSeconds(), WatchFrame.MOST_WATCHED);
  }
}
