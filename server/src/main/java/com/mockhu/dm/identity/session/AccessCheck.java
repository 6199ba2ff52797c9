package com.mockhu.dm.identity.session;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks for many callers at once whether they may still be here. Finds what was ended on another
 * node, of which nobody told this one.
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

  /** Why somebody may not be here any more. */
  public enum Ending {
    /** Deleted or disabled. */
    GONE,
    SIGNED_OUT
  }

  /** By the place in the list; the others may stay. */
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
