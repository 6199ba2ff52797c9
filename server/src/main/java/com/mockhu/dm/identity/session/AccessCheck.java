package com.mockhu.dm.identity.session;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks up which of many callers have lost access. Finds accounts and sessions that another server
 * has ended when its hint was lost.
 */
public final class AccessCheck {
  private static final String ENDED =
      """
      SELECT c.place, u.id IS NULL OR u.disabled_at IS NOT NULL AS is_gone
        FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS c (user_id, session_id, place)
        LEFT JOIN users u ON u.id = c.user_id
        LEFT JOIN sessions s ON s.user_id = c.user_id AND s.id = c.session_id
       WHERE u.id IS NULL OR u.disabled_at IS NOT NULL
          OR c.session_id IS NOT NULL AND s.id IS NULL
      """;

  private final Database database;

  public AccessCheck(Database database) {
    this.database = database;
  }

  /** Why a caller has lost access. */
  public enum Ending {
    /** Deleted or disabled. */
    GONE,
    SIGNED_OUT
  }

  /** By the index in {@code callers}; the others still have access. */
  public Map<Integer, Ending> ended(List<Caller> callers) {
    Map<Integer, Ending> ended = new HashMap<>();
    database.read(
        t ->
            t.list(
                ENDED,
                row ->
                    ended.put(
                        row.integer("place") - 1,
                        row.truth("is_gone") ? Ending.GONE : Ending.SIGNED_OUT),
                Column.uuids(callers, Caller::userId),
                Column.uuids(callers, Caller::sessionId)));
    return ended;
  }
}
