package com.mockhu.dm.message.send;

import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.platform.error.ApiException;

/** What is to become of one send. */
sealed interface SendDecision {
  /** Is stored by this batch. */
  record Accepted(MessageRow row) implements SendDecision {}

  /** Was stored by an earlier try at this very send, whose outcome was unknown. */
  record StoredBefore(MessageRow row) implements SendDecision {}

  /** Was stored by another send with the same key, perhaps of this batch. */
  record Repeated(MessageRow row) implements SendDecision {}

  record Refused(ApiException reason) implements SendDecision {}
}
