package com.mockhu.dm.account;

import java.util.UUID;

/** A person as the product's rules see them. */
public record Account(
    UUID id, String username, String fullName, String avatarUrl, AccountPreferences preferences) {

  public UserView view() {
    return new UserView(id, username, fullName, avatarUrl);
  }
}
