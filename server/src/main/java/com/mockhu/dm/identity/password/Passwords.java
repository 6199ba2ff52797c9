package com.mockhu.dm.identity.password;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Argon2id with the OWASP parameters: 19 MiB, 2 passes, 1 lane. */
public final class Passwords {
  /** The OWASP minimum, in KiB. */
  public static final int MEMORY_KIB = 19 * 1024;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final long LONGEST_WAIT_SECONDS = 5;

  private final Argon2Function argon2;
  private final Semaphore turns;
  private final String hashOfNobody;

  /**
   * @param atOnce the most hashes computed at the same time; each uses {@code memoryKib} and a core
   * @param memoryKib memory of one hash, in KiB
   */
  public Passwords(int atOnce, int memoryKib) {
    this.argon2 = Argon2Function.getInstance(memoryKib, PASSES, LANES, HASH_BYTES, Argon2.ID);
    this.turns = new Semaphore(atOnce, true);
    this.hashOfNobody = hashOfNobody(memoryKib);
  }

  /**
   * The encoded hash, with its own salt.
   *
   * @throws ApiException {@code unavailable} when too many hashes are already waiting
   */
  public String hash(String password) {
    return inTurn(() -> hashNow(password));
  }

  /** False also when {@code hash} is null, after the same work. */
  public boolean isCorrect(String password, String hash) {
    String against = hash == null ? hashOfNobody : hash;
    boolean isEqual = inTurn(() -> check(password, against));
    return isEqual && hash != null;
  }

  /** Stands in for a missing hash, so that a check costs the same; no password matches it. */
  private static String hashOfNobody(int memoryKib) {
    return new EncodedHash(memoryKib, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES)).text();
  }

  private static byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    new SecureRandom().nextBytes(value);
    return value;
  }

  private String hashNow(String password) {
    byte[] text = password.getBytes(StandardCharsets.UTF_8);
    return EncodedHash.of(argon2, argon2.hash(text, random(SALT_BYTES))).text();
  }

  private static boolean check(String password, String hash) {
    return EncodedHash.parse(hash).isOf(password);
  }

  private <T> T inTurn(Supplier<T> work) {
    await();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private void await() {
    try {
      if (turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ApiException.retryLater(
        ErrorCode.UNAVAILABLE,
        "Too many sign-ins at the same time; try again in a moment.",
        LONGEST_WAIT_SECONDS);
  }
}
