package com.mockhu.dm.conversation.participant;

/** Whether a conversation is between two people for good, or of members who come and go. */
public enum ConversationKind {
  DIRECT(0),
  GROUP(1);

  private final int number;

  ConversationKind(int number) {
    this.number = number;
  }

  /** As the database keeps it. */
  public int number() {
    return number;
  }

  static ConversationKind of(int number) {
    return number == DIRECT.number ? DIRECT : GROUP;
  }
}
