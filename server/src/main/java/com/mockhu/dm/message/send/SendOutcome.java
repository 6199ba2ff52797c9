package com.mockhu.dm.message.send;

import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.platform.error.ApiException;
import java.util.function.Supplier;

/** What became of a send, known for certain. */
sealed interface SendOutcome {

  /**
   * Committed to disk by this send.
   *
   * @param message built by the caller's thread where it is needed, so that the writer's thread, on
   *     which all sends depend, does not build it
   */
  record Stored(Supplier<MessageView> message) implements SendOutcome {}

  /** Committed by an earlier send with the same key; as the message is now. */
  record Replayed(MessageView message) implements SendOutcome {}

  /** Nothing was stored. */
  record Refused(ApiException reason) implements SendOutcome {}
}
