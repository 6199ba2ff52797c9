package com.mockhu.dm.message.send;

import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.platform.error.ApiException;

/** What became of a send, known for certain. */
sealed interface SendOutcome {

  /** Committed to disk by this send. */
  record Stored(MessageView message) implements SendOutcome {}

  /** Committed by an earlier send with the same key; shown as it is now. */
  record Replayed(MessageView message) implements SendOutcome {}

  /** Nothing was stored. */
  record Refused(ApiException reason) implements SendOutcome {}
}
