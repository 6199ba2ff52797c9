package com.mockhu.dm.bench.run;

import java.net.URI;
import java.util.Properties;

/** A {@code postgresql://user:password@host:port/name} address, as JDBC wants it. */
record DatabaseAddress(String jdbcUrl, Properties properties) {
  static DatabaseAddress parse(String address) {
    if (address.startsWith("jdbc:")) {
      return new DatabaseAddress(address, new Properties());
    }
    URI uri = URI.create(address);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getQuery() == null ? "" : "?" + uri.getRawQuery();
    String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + query;
    return new DatabaseAddress(url, credentials(uri.getUserInfo()));
  }

  private static Properties credentials(String userInfo) {
    Properties properties = new Properties();
    if (userInfo != null) {
      String[] parts = userInfo.split(":", 2);
      properties.setProperty("user", parts[0]);
      properties.setProperty("password", parts.length > 1 ? parts[1] : "");
    }
    return properties;
  }
}
