package com.mockhu.dm.platform.database;

import java.sql.SQLException;

/** A statement failed by a fault of the server, not of the caller or the network. */
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseFault(SQLException cause) {
    super(cause);
  }
}
