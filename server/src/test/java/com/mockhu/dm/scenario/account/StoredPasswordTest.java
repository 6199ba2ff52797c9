package com.mockhu.dm.scenario.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.CampusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the server stores a password (behaviour §2). */
class StoredPasswordTest extends CampusTest {
  @Test
  void only_a_hash_of_the_password_is_stored_and_it_costs_what_is_advised() {
    Map<String, String> form =
        Map.of("username", "dora", "full_name", "Dora", "password", "correct horse");
    campus.http().send("POST", "/v1/auth/register", null, form).isCreated();
    String advised = "passwords WHERE hash LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'";
    assertEquals(1, campus.counts("SELECT count(*) FROM " + advised));
  }
}
