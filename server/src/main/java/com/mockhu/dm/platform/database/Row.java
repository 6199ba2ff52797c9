package com.mockhu.dm.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The current row of a result, read by column name. */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  public UUID uuid(String column) throws SQLException {
    return results.getObject(column, UUID.class);
  }

  public String text(String column) throws SQLException {
    return results.getString(column);
  }

  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  /** Null where there is none. */
  public Long optionalNumber(String column) throws SQLException {
    return results.getObject(column, Long.class);
  }

  public int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  public boolean truth(String column) throws SQLException {
    return results.getBoolean(column);
  }

  public Instant instant(String column) throws SQLException {
    OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
