package com.mockhu.dm.file.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.support.process.ObjectStore;
import com.mockhu.dm.support.process.SilentPort;
import com.mockhu.dm.support.time.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class S3StorageTest extends StorageTest {
  private final Map<String, String> settings = ObjectStore.settings();
  private S3Storage storage;

  @BeforeEach
  void open() {
    storage = S3Storage.open(parsed(settings));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  Storage storage() {
    return storage;
  }

  private static S3Settings parsed(Map<String, String> settings) {
    return S3Settings.from(Environment.of(settings), true).orElseThrow();
  }

  private S3Storage with(String name, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(name, value);
    return S3Storage.open(parsed(changed));
  }

  @Test
  void a_bucket_that_is_there_lets_the_server_start_and_another_does_not() {
    storage.check();
    try (S3Storage other = with("DM_S3_BUCKET", "not-there")) {
      String told = assertThrows(StartupException.class, other::check).getMessage();
      assertTrue(told.contains("not-there") && told.contains("DM_S3_BUCKET"), told);
      assertFalse(told.contains(settings.get("DM_S3_SECRET_KEY")), told);
    }
  }

  @Test
  void prefixes_keep_stores_in_one_bucket_apart() throws IOException {
    String key = "files/2026/11/theirs.txt";
    try (S3Storage one = with("DM_S3_PREFIX", "one/");
        S3Storage other = with("DM_S3_PREFIX", "other/")) {
      other.keep(key, Files.writeString(folder.resolve("draft"), "theirs"));
      one.list(some -> assertEquals(List.of(), some));
      other.list(some -> assertEquals(List.of(key), some.stream().map(Storage.Kept::key).toList()));
      assertThrows(NoSuchFileException.class, () -> one.open(key, 0, 1));
    }
  }

  @Test
  void a_store_that_refuses_connections_is_away() throws IOException {
    try (S3Storage away = with("DM_S3_ENDPOINT", "http://127.0.0.1:" + SilentPort.closed())) {
      assertIsAway(away);
      away.check();
    }
  }

  @Test
  void a_store_that_says_nothing_is_away() throws IOException {
    try (SilentPort silent = SilentPort.open();
        S3Storage away = with("DM_S3_ENDPOINT", "http://127.0.0.1:" + silent.port())) {
      assertIsAway(away);
    }
  }

  private void assertIsAway(Storage away) throws IOException {
    String key = "files/2026/11/one.txt";
    List<Executable> calls =
        List.of(() -> away.open(key, 0, 1), () -> away.remove(key), () -> away.list(some -> {}));
    Together.run(calls.size(), i -> assertThrows(StorageUnavailableException.class, calls.get(i)));
  }
}
