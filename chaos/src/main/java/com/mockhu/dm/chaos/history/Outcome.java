package com.mockhu.dm.chaos.history;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The outcome of an operation from the client's point of view. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Outcome {

  /**
   * Acknowledged.
   *
   * @param messageId of the stored message; empty where the operation stores none
   * @param seq its place; 0 where there is none
   */
  record Ok(String messageId, long seq) implements Outcome {}

  /** Refused for good, or never sent: it must have had no effect. */
  record Failed(String reason) implements Outcome {}

  /** No answer, or one that leaves it open: it may have happened, and may still happen. */
  record Unknown(String reason) implements Outcome {}
}
