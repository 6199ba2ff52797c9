package com.mockhu.dm.people.account;

import java.util.UUID;

/**
 * A person with the facts that rules depend on.
 *
 * @param isDisabled by the operator: their tokens are refused, and nobody can write to them
 */
public record Account(
    UUID id,
    String username,
    String fullName,
    String avatarUrl,
    AccountPreferences preferences,
    boolean isDisabled) {

  public UserView view() {
    return new UserView(id, username, fullName, avatarUrl);
  }
}
