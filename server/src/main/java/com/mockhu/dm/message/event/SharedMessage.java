package com.mockhu.dm.message.event;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.file.upload.AttachmentJson;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.platform.json.Json;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The frames of one new message. What all viewers see alike is encoded once, whatever their number;
 * the signed URLs of its files are each viewer's own.
 *
 * <p>Threads: one, the publisher's.
 */
public final class SharedMessage {
  private final Supplier<MessageView.Shared> view;
  private final AttachmentJson attachments;
  private final Function<Object, String> encoder;
  private String json;

  public SharedMessage(
      Supplier<MessageView.Shared> view,
      AttachmentJson attachments,
      Function<Object, String> encoder) {
    this.view = view;
    this.attachments = attachments;
    this.encoder = encoder;
  }

  public static SharedMessage of(Supplier<MessageView.Shared> view, AttachmentJson attachments) {
    return new SharedMessage(view, attachments, Json::text);
  }

  /**
   * The frame for a viewer to whom the message is neither delivered nor read, as it is when it is
   * new.
   *
   * @param clientMessageId for its sender alone; null for others
   */
  public Frame frame(UUID viewer, UUID clientMessageId) {
    if (json == null) {
      String whole = encoder.apply(view.get());
      json = whole.substring(0, whole.length() - 1);
    }
    String key = clientMessageId == null ? "null" : '"' + clientMessageId.toString() + '"';
    return new Frame(
        "new_message",
        json
            + ",\"attachments\":"
            + attachments.of(viewer)
            + ",\"status\":\"sent\",\"is_read\":false,\"read_at\":null,\"client_message_id\":"
            + key
            + '}');
  }
}
