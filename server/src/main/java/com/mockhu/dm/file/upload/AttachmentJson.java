package com.mockhu.dm.file.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The files of one message as JSON for all who see it: each file is encoded once, and each viewer's
 * own signed URLs are put behind it. They must not be shared, since downloads by them count as the
 * viewer's.
 *
 * <p>Threads: one.
 */
public final class AttachmentJson {
  private final List<Attachment> attachments;
  private final SignedUrls urls;
  private final Function<Object, String> encoder;

  /** Each file as an object that is not closed yet; null until the first viewer asks. */
  private List<String> beginnings;

  /** {@code attachments} as they are stored, without signed URLs. */
  public AttachmentJson(
      List<Attachment> attachments, SignedUrls urls, Function<Object, String> encoder) {
    this.attachments = attachments;
    this.urls = urls;
    this.encoder = encoder;
  }

  /** An array as any other answer has it; {@code null} for a message without files. */
  public String of(UUID viewer) {
    if (attachments.isEmpty()) {
      return "null";
    }
    if (beginnings == null) {
      beginnings = attachments.stream().map(this::beginning).toList();
    }
    List<String> files = new ArrayList<>();
    String tag = urls.tag(viewer);
    for (int i = 0; i < beginnings.size(); i++) {
      files.add(beginnings.get(i) + end(urls.of(attachments.get(i), tag)));
    }
    return "[" + String.join(",", files) + "]";
  }

  private String beginning(Attachment attachment) {
    String whole = encoder.apply(attachment);
    return whole.substring(0, whole.length() - 1);
  }

  private static String end(SignedUrls.Pair urls) {
    String thumbnail =
        urls.thumbnail() == null
            ? ""
            : ",\"signed_thumbnail_url\":\"" + escaped(urls.thumbnail()) + '"';
    return ",\"signed_url\":\"" + escaped(urls.file()) + '"' + thumbnail + '}';
  }

  /** Of the characters of these URLs, our JSON escapes this one alone, for pages that embed it. */
  private static String escaped(String url) {
    return url.replace("&", "\\u0026");
  }
}
