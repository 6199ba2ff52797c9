package com.mockhu.dm.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JavaHeapTest {
  @Test
  void generations_are_added_and_their_parts_are_not() {
    String parallel =
        """
        PSYoungGen      total 113152K, used 100K [0x0000000782700000, 0x000000078a500000)
         eden space 97280K, 0% used [0x0000000782700000,0x0000000782700000)
        ParOldGen       total 258048K, used 2926K [0x0000000687400000, 0x0000000697000000)
        """;
    assertEquals(3026, JavaHeap.used(parallel));
  }

  @Test
  void a_collector_that_counts_in_mebibytes_is_understood() {
    assertEquals(4096, JavaHeap.used("ZHeap           used 4M, capacity 378M"));
  }

  @Test
  void a_living_process_tells() {
    assertTrue(JavaHeap.collect(OptionalLong.of(ProcessHandle.current().pid())) > 0);
  }

  @Test
  void what_is_no_java_process_is_not_measured() {
    assertTrue(Double.isNaN(JavaHeap.used("")));
    assertTrue(Double.isNaN(JavaHeap.collect(OptionalLong.empty())));
  }
}
