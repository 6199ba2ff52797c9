package com.mockhu.dm.platform.http.connection;

import java.util.Locale;

/** The result of the check of a connection; all but {@link #KEEP} close it. */
enum Verdict {
  KEEP,
  /** No whole head of a request in time. */
  HEAD_LATE,
  /** A body that takes too long or comes too slowly, and the farewell that follows. */
  BODY_LATE,
  /** An answer that is not read. */
  ANSWER_UNREAD,
  /** No further request. */
  IDLE,
  /** Idle too, and its place was needed. */
  DISPLACED,
  /** Too many connections in all, or from one address. */
  REFUSED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
