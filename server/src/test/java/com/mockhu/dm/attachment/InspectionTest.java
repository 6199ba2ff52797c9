package com.mockhu.dm.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.attachment.check.FileReason;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.support.Patience;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Decoders at their worst: each costs its own upload, and the next is served. */
class InspectionTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final Inspection inspection = new Inspection(1, Patience.LONGEST);

  private void assertRefused(FileReason reason, Supplier<?> decoder) {
    assertRefused(inspection, reason, decoder);
  }

  private static void assertRefused(Inspection inspection, FileReason reason, Supplier<?> decoder) {
    ApiException refusal = assertThrows(ApiException.class, () -> inspection.run(decoder));
    assertEquals(ErrorCode.FILE_REFUSED, refusal.code());
    assertEquals(reason.sentence(), refusal.getMessage());
    assertEquals("fine", inspection.run(() -> "fine"));
  }

  /** Endless, and deaf to being interrupted, as a loop in a decoder is. */
  private Object hang() {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
    return null;
  }

  @Test
  void one_that_hangs_is_left_behind() {
    try {
      Inspection impatient = new Inspection(1, Duration.ofSeconds(1));
      assertRefused(impatient, FileReason.TOO_SLOW, this::hang);
    } finally {
      end.countDown();
    }
  }

  @Test
  void one_that_needs_more_memory_than_there_is_fails_alone() {
    assertRefused(FileReason.TOO_MUCH_MEMORY, () -> new long[Integer.MAX_VALUE]);
  }

  @Test
  void one_that_never_comes_back_from_its_own_depth_fails_alone() {
    assertRefused(FileReason.TOO_COMPLEX, () -> depth(1));
  }

  private static long depth(long level) {
    return depth(level + 1) + level;
  }

  @Test
  void one_that_stumbles_fails_alone() {
    assertRefused(FileReason.DAMAGED, () -> java.util.List.of().getFirst());
  }
}
