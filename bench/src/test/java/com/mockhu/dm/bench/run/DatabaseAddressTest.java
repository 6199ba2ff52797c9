package com.mockhu.dm.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
  @Test
  void user_and_password_are_taken_out_of_the_address() {
    DatabaseAddress address =
        DatabaseAddress.parse("postgresql://mockhu:a:b@127.0.0.1:5433/mockhu");
    assertEquals("jdbc:postgresql://127.0.0.1:5433/mockhu", address.jdbcUrl());
    assertEquals("mockhu", address.properties().getProperty("user"));
    assertEquals("a:b", address.properties().getProperty("password"));
  }

  @Test
  void port_and_user_may_be_missing_and_parameters_stay() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://db.example/mockhu?ssl=true");
    assertEquals("jdbc:postgresql://db.example/mockhu?ssl=true", address.jdbcUrl());
    assertEquals(0, address.properties().size());
  }
}
