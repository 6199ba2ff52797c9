package com.mockhu.dm.chaos.client;

import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.chaos.history.Recorder;
import com.mockhu.dm.chaos.history.Trouble;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Text files that were taken, and their digests. */
final class Uploads {
  private static final String BOUNDARY = "----chaos-of-one-file";
  private static final Set<Integer> REFUSALS = Set.of(503, 507);

  private final Api api;
  private final Recorder recorder;
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  Uploads(Api api, Recorder recorder) {
    this.api = api;
    this.recorder = recorder;
  }

  Map<String, String> digests() {
    return Map.copyOf(digests);
  }

  /** The upload's id; nothing when it was not taken, so that the message goes without. */
  List<String> upload(Person person, byte[] content) {
    String type = "multipart/form-data; boundary=" + BOUNDARY;
    Answer answer =
        api.call(
            person.token(),
            "/v1/messages/upload",
            "POST",
            type,
            BodyPublishers.ofByteArray(form(content)));
    if (!(answer instanceof Answer.Given given)) {
      return List.of();
    }
    if (!given.isGood()) {
      refused(given);
      return List.of();
    }
    String id = given.data().path("attachments").path(0).path("id").asText();
    digests.put(id, digest(content));
    return List.of(id);
  }

  private void refused(Answer.Given answer) {
    if (!REFUSALS.contains(answer.status())) {
      recorder.trouble(Trouble.Kind.UNEXPECTED, "an upload was answered " + answer.code());
    }
  }

  private static byte[] form(byte[] content) {
    String head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="type"\r
        \r
        file\r
        --%1$s\r
        Content-Disposition: form-data; name="files"; filename="notes.txt"\r
        Content-Type: text/plain\r
        \r
        """
            .formatted(BOUNDARY);
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
