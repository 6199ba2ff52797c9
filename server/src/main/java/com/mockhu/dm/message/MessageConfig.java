package com.mockhu.dm.message;

import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.message.delete.DeleteMessages;

/**
 * What clients need to know of messages ({@code GET /v1/config}).
 *
 * @param maxLength Unicode code points of a text or caption
 * @param deleteForEveryoneSeconds how long after sending a message can be deleted for everyone
 */
record MessageConfig(int maxLength, int maxAttachments, long deleteForEveryoneSeconds) {
  static MessageConfig get() {
    return new MessageConfig(
        Content.LONGEST, AttachmentNames.MOST, DeleteMessages.FOR_EVERYONE.toSeconds());
  }
}
