package com.mockhu.dm.sample;

import com.mockhu.dm.client.Account;
import com.mockhu.dm.client.DmClient;
import com.mockhu.dm.client.LocalFile;
import java.util.Map;
import java.util.UUID;

/** A signed-in person of the campus. */
record Student(UUID id, Account account) {
  static Student signsUp(DmClient client, String username, String fullName) {
    Account account = client.register(username, fullName, SampleCampus.PASSWORD);
    return new Student(account.me().id(), account);
  }

  void sets(String setting, Object value) {
    account.changeSettings(Map.of(setting, value));
  }

  /** Sets the picture that others see first. */
  void shows(byte[] picture) {
    account.setAvatar(new LocalFile("me.png", picture));
  }
}
