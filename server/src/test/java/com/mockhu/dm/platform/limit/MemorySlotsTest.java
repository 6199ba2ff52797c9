package com.mockhu.dm.platform.limit;

class MemorySlotsTest extends SlotsContract {
  @Override
  Slots slots() {
    return new MemorySlots();
  }
}
