package com.mockhu.dm.message.event;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.platform.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The frames of one new message: what all viewers see alike is encoded once, whatever their number.
 *
 * <p>Threads: one, the publisher's.
 */
public final class SharedMessage {
  private final Supplier<MessageView.Shared> view;
  private final Function<Object, String> encoder;
  private String json;

  public SharedMessage(Supplier<MessageView.Shared> view, Function<Object, String> encoder) {
    this.view = view;
    this.encoder = encoder;
  }

  public static SharedMessage of(Supplier<MessageView.Shared> view) {
    return new SharedMessage(view, Json::text);
  }

  /**
   * The frame of somebody for whom it is neither read nor delivered yet, as it is for all when it
   * is new.
   *
   * @param attachments as this viewer may fetch them; null for none
   * @param clientMessageId for its sender alone; null for others
   */
  public Frame frame(List<Attachment> attachments, UUID clientMessageId) {
    if (json == null) {
      String whole = encoder.apply(view.get());
      json = whole.substring(0, whole.length() - 1);
    }
    String key = clientMessageId == null ? "null" : '"' + clientMessageId.toString() + '"';
    return new Frame(
        "new_message",
        json
            + ",\"attachments\":"
            + (attachments == null ? "null" : encoder.apply(attachments))
            + ",\"status\":\"sent\",\"is_read\":false,\"read_at\":null,\"client_message_id\":"
            + key
            + '}');
  }
}
