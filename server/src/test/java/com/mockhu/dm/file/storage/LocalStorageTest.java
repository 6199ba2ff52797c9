package com.mockhu.dm.file.storage;

import org.junit.jupiter.api.BeforeEach;

class LocalStorageTest extends StorageTest {
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
