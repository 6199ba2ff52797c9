package com.mockhu.dm.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The product's role and database inside the embedded server. */
final class ProductDatabase {
  private ProductDatabase() {}

  /** Creates what is missing: a kill between the two steps is made good by the next start. */
  static void create(String administrationUrl, String name, String password) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                administrationUrl, EmbeddedDatabase.ADMINISTRATOR, password);
        Statement statement = connection.createStatement()) {
      if (isMissing(statement, "pg_roles WHERE rolname = '" + name + "'")) {
        // The password is our own base64url text, and CREATE ROLE takes no parameters.
        statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      }
      if (isMissing(statement, "pg_database WHERE datname = '" + name + "'")) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      }
    }
  }

  private static boolean isMissing(Statement statement, String where) throws SQLException {
    try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + where)) {
      return !found.next();
    }
  }
}
