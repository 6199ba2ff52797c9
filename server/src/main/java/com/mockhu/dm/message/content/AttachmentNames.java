package com.mockhu.dm.message.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.file.upload.Uploads;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads how a client names the uploads of a message: by {@code id} or {@code url} each. */
public final class AttachmentNames {
  public static final Reason TOO_MANY_ATTACHMENTS = new Reason("too_many_attachments");
  public static final Reason ATTACHMENTS_UNAVAILABLE = new Reason("attachments_unavailable");

  public static final int MOST = 5;

  private AttachmentNames() {}

  /**
   * @param json may be null, for none
   * @throws ApiException {@code invalid_request}
   */
  public static List<Uploads.Reference> parse(JsonNode json) {
    if (json == null || json.isNull()) {
      return List.of();
    }
    if (!json.isArray()) {
      throw ApiException.invalid("attachments has the wrong type.");
    }
    if (json.size() > MOST) {
      throw ApiException.invalid(TOO_MANY_ATTACHMENTS, "Maximum " + MOST + " files per message");
    }
    List<Uploads.Reference> named = new ArrayList<>();
    json.forEach(each -> named.add(one(each)));
    refuseRepetitions(named);
    return named;
  }

  private static Uploads.Reference one(JsonNode json) {
    String id = text(json.get("id"));
    String url = text(json.get("url"));
    if (id == null && url == null) {
      throw unknown();
    }
    UUID parsed = id == null ? null : Ids.parse(id, "attachments.id");
    return new Uploads.Reference(parsed, url);
  }

  private static String text(JsonNode value) {
    if (value != null && !value.isTextual()) {
      throw ApiException.invalid("attachments has the wrong type.");
    }
    return value == null ? null : value.textValue();
  }

  private static void refuseRepetitions(List<Uploads.Reference> named) {
    Set<Object> seen = new HashSet<>();
    for (Uploads.Reference each : named) {
      boolean isNew =
          (each.id() == null || seen.add(each.id()))
              && (each.url() == null || seen.add(each.url()));
      if (!isNew) {
        throw ApiException.invalid("attachments names an upload twice.");
      }
    }
  }

  /** For what is not there, another's, sent before, or of the wrong kind. */
  public static ApiException unknown() {
    return ApiException.invalid(
        ATTACHMENTS_UNAVAILABLE,
        "attachments must name uploads of yours that were not sent yet; images in an image message.");
  }
}
