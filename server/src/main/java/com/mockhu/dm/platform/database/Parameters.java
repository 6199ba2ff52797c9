package com.mockhu.dm.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Binds Java values as PostgreSQL expects them. */
final class Parameters {
  private Parameters() {}

  static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    switch (value) {
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case Enum<?> word -> statement.setString(index, word.name().toLowerCase(Locale.ROOT));
      case Column column -> statement.setObject(index, column.bound(statement.getConnection()));
      case null -> statement.setObject(index, null);
      default -> statement.setObject(index, value);
    }
  }
}
