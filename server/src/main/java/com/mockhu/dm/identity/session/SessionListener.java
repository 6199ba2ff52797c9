package com.mockhu.dm.identity.session;

import java.util.UUID;

/**
 * What another feature does when sessions end. Called after the commit; must not block for long.
 */
public interface SessionListener {

  /** The tokens of the session are refused from now on. */
  void signedOut(UUID userId, UUID sessionId);

  /**
   * All sessions of the person have ended.
   *
   * @param kept the only session that has not; null for none
   */
  void signedOutElsewhere(UUID userId, UUID kept);
}
