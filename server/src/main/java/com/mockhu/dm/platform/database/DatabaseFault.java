package com.mockhu.dm.platform.database;

import java.sql.SQLException;

/** A statement failed in a way that is a fault of ours, not of the caller or the network. */
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseFault(SQLException cause) {
    super(cause);
  }
}
