package com.mockhu.dm.platform.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Together;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BatchReaderTest {
  private static final int LARGEST = 50;

  private final ConcurrentLinkedQueue<Integer> readings = new ConcurrentLinkedQueue<>();
  private final BatchReader<Integer, String> reader = new BatchReader<>(LARGEST, this::read);

  /** Even numbers are there, odd ones are not, and thirteen breaks it. */
  private Map<Integer, String> read(Collection<Integer> keys) {
    readings.add(keys.size());
    if (keys.contains(13)) {
      throw new IllegalArgumentException("thirteen");
    }
    Map<Integer, String> found = new HashMap<>();
    keys.stream().filter(key -> key % 2 == 0).forEach(key -> found.put(key, "found " + key));
    return found;
  }

  @Test
  void whoever_comes_alone_is_answered_alone() {
    assertEquals(Optional.of("found 2"), reader.find(2));
    assertEquals(Optional.empty(), reader.find(3));
    assertEquals(List.of(1, 1), List.copyOf(readings));
  }

  @Test
  void a_failure_reaches_who_asked_and_nobody_later() {
    assertThrows(IllegalArgumentException.class, () -> reader.find(13));
    assertEquals(Optional.of("found 4"), reader.find(4));
  }

  @Test
  void a_crowd_is_answered_each_its_own_by_few_readings() {
    int crowd = 500;
    CountDownLatch here = new CountDownLatch(crowd);
    BatchReader<Integer, String> slow =
        new BatchReader<>(
            LARGEST,
            keys -> {
              Together.await(here);
              return read(keys);
            });
    List<Optional<String>> answers =
        Together.run(
            crowd,
            i -> {
              here.countDown();
              return slow.find(100 + 2 * i);
            });
    for (int i = 0; i < crowd; i++) {
      assertEquals(Optional.of("found " + (100 + 2 * i)), answers.get(i));
    }
    assertTrue(readings.stream().allMatch(size -> size <= LARGEST), readings::toString);
    // The two that read first may have been alone, and a few come late.
    assertTrue(readings.size() < crowd / 2, readings.size() + " readings");
  }
}
