package com.mockhu.dm.chaos.client.rest;

import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.chaos.history.Recorder;
import com.mockhu.dm.chaos.history.Trouble;
import com.mockhu.dm.client.http.Multipart;
import com.mockhu.dm.client.http.Reply;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Text files that were taken, and their digests. */
public final class Uploads {
  private static final Set<Integer> REFUSALS = Set.of(503, 507);

  private final Api api;
  private final Recorder recorder;
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  public Uploads(Api api, Recorder recorder) {
    this.api = api;
    this.recorder = recorder;
  }

  public Map<String, String> digests() {
    return Map.copyOf(digests);
  }

  /** The upload's id, or empty when it was refused; the message is then sent without it. */
  public List<String> upload(Person person, byte[] content) {
    Multipart form = new Multipart().field("type", "file").file("files", "notes.txt", content);
    Reply answer = api.upload(person.token(), form);
    if (!(answer instanceof Reply.Answered given)) {
      return List.of();
    }
    if (!given.isSuccess()) {
      refused(given);
      return List.of();
    }
    String id = given.data().path("attachments").path(0).path("id").asText();
    digests.put(id, digest(content));
    return List.of(id);
  }

  private void refused(Reply.Answered answer) {
    if (!REFUSALS.contains(answer.status())) {
      recorder.trouble(Trouble.Kind.UNEXPECTED, "an upload was answered " + Api.code(answer));
    }
  }

  public static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
