package com.mockhu.dm.message.send;

import com.mockhu.dm.conversation.direct.OpenConversation;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.message.content.AttachmentNames;
import com.mockhu.dm.message.content.Content;
import com.mockhu.dm.message.content.MessageType;
import com.mockhu.dm.platform.database.Database;
import java.util.List;
import java.util.UUID;

/** Finds or opens the conversation for a message that names a person. */
public final class RecipientConversation {
  private final Database database;
  private final OpenConversation opening;
  private final Uploads uploads;

  public RecipientConversation(Database database, OpenConversation opening, Uploads uploads) {
    this.database = database;
    this.opening = opening;
    this.uploads = uploads;
  }

  UUID of(UUID sender, UUID recipient, Content content) {
    return opening.forMessage(sender, recipient, () -> requireUploads(sender, content));
  }

  /** Before a conversation is made: a message that is refused must not leave an empty one. */
  private void requireUploads(UUID sender, Content content) {
    if (!content.attachments().isEmpty()) {
      boolean isImage = content.type() == MessageType.IMAGE;
      database
          .transaction(
              transaction ->
                  uploads
                      .lock(transaction, List.of(sender), content.attachments())
                      .take(sender, content.attachments(), isImage))
          .orElseThrow(AttachmentNames::unknown);
    }
  }
}
