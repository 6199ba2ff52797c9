package com.mockhu.dm.identity.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(1, Passwords.MEMORY_KIB);

  @Test
  void a_password_matches_its_hash_and_no_other() {
    String hash = passwords.hash("correct horse 🐎");
    assertTrue(passwords.isCorrect("correct horse 🐎", hash));
    assertFalse(passwords.isCorrect("correct horse 🐴", hash));
    assertFalse(passwords.isCorrect("", hash));
  }

  @Test
  void a_hash_costs_what_is_advised() {
    String hash = passwords.hash("correct horse");
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
  }

  @Test
  void one_password_has_many_hashes() {
    assertNotEquals(passwords.hash("correct horse"), passwords.hash("correct horse"));
  }

  @Test
  void nobody_has_no_password_that_matches() {
    assertFalse(passwords.isCorrect("the password of nobody", null));
  }

  @Test
  void a_hash_of_other_parameters_is_still_understood() {
    Argon2Function weak = Argon2Function.getInstance(64, 1, 1, 16, Argon2.ID);
    String weaker = EncodedHash.of(weak, weak.hash("password", "somesalt")).text();
    assertTrue(passwords.isCorrect("password", weaker));
  }

  @Test
  void all_who_wait_for_their_turn_get_it() throws Exception {
    Callable<Boolean> check = () -> passwords.isCorrect("wrong", null);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Collections.nCopies(8, check));
      assertEquals(
          8, answers.stream().map(Future::resultNow).filter(Boolean.FALSE::equals).count());
    }
  }
}
