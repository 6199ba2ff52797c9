package com.mockhu.dm.platform.http;

/** Who may call a route. */
public enum Access {
  /** All callers, without a token. */
  OPEN,
  /** A signed-in person. */
  PERSON,
  /** The host application, with the scope {@code dm:admin}. */
  SERVICE
}
