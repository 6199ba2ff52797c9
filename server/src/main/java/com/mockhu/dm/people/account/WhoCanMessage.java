package com.mockhu.dm.people.account;

import com.fasterxml.jackson.annotation.JsonValue;
import com.mockhu.dm.platform.error.ApiException;
import java.util.Locale;

/** Who may begin a conversation with a person (behaviour §3). */
public enum WhoCanMessage {
  EVERYONE,
  /** Those who follow the person. */
  FOLLOWERS,
  NONE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static WhoCanMessage parse(String word) {
    for (WhoCanMessage option : values()) {
      if (option.word().equals(word)) {
        return option;
      }
    }
    throw ApiException.invalid("who_can_message must be everyone, followers or none.");
  }
}
