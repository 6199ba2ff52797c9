package com.mockhu.dm.presence.online;

class MemoryPresenceTest extends OnlineUsersContract {
  @Override
  OnlineUsers.Registry registry() {
    return new MemoryPresence();
  }
}
