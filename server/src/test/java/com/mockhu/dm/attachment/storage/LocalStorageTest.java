package com.mockhu.dm.attachment.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends StorageTest {
  @TempDir Path folder;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new LocalStorage(folder);
  }

  @Override
  Storage storage() {
    return storage;
  }
}
