package com.mockhu.dm.platform.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DependenciesTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void however_many_ask_a_look_that_hangs_is_the_only_one() {
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch isBack = new CountDownLatch(1);
    CachedCheck watch =
        new CachedCheck(
            new Dependency(
                "database",
                true,
                () -> {
                  looks.incrementAndGet();
                  isBack.await();
                  return true;
                }),
            SHORT);
    List<Boolean> answers = Together.run(100, i -> watch.isUp());
    assertFalse(answers.contains(true));
    assertEquals(1, looks.get());
    isBack.countDown();
    Patience.until("it is up", watch::isUp);
  }

  @Test
  void what_fails_to_be_looked_at_is_down() {
    Dependencies dependencies = new Dependencies();
    dependencies.add(
        new Dependency(
            "database",
            true,
            () -> {
              throw new java.io.IOException("password of the database");
            }));
    Dependencies.State state = dependencies.state();
    assertEquals(new Dependencies.State(false, false, Map.of("database", "down")), state);
    assertFalse(dependencies.isReady());
  }

  @Test
  void without_what_is_not_essential_it_is_ready_and_not_whole() {
    Dependencies dependencies = new Dependencies();
    dependencies.add(new Dependency("database", true, () -> true));
    dependencies.add(new Dependency("storage", false, () -> false));
    Dependencies.State state = dependencies.state();
    assertTrue(state.isReady());
    assertFalse(state.isWhole());
    assertEquals("down", state.checks().get("storage"));
    assertTrue(dependencies.isReady());
  }
}
