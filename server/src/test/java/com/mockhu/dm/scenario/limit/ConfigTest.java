package com.mockhu.dm.scenario.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.CampusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server tells its limits, and they are those that it enforces (behaviour §11.6). */
class ConfigTest extends CampusTest {
  private Answer config() {
    return campus.http().get("/v1/config", null);
  }

  @Test
  void nobody_needs_a_token_to_learn_the_limits_and_may_keep_them_for_a_while() {
    Answer answer = config();
    assertEquals("builtin", answer.isOk().path("account").path("identity").asText());
    assertEquals("public, max-age=300", answer.header("Cache-Control").orElseThrow());
  }

  @Test
  void a_text_of_the_length_that_is_told_is_sent_and_one_sign_more_is_refused() {
    int most = config().isOk().path("message").path("max_length").asInt();
    alice.sends("😀".repeat(most)).to(bob);
    alice.triesToSend("😀".repeat(most + 1)).to(bob).isRefused(400, "invalid_request");
  }

  @Test
  void as_many_files_as_are_told_go_into_one_upload_and_one_more_does_not() {
    int most = config().isOk().path("upload").path("max_files").asInt();
    alice.uploads(form(most));
    alice.triesToUpload(form(most + 1)).isRefused(400, "file_refused");
  }

  private static Form form(int files) {
    Form form = Form.files();
    for (int i = 0; i < files; i++) {
      form = form.file("note-" + i + ".txt", "A note".getBytes(StandardCharsets.UTF_8));
    }
    return form;
  }

  @Test
  void every_extension_is_told_once_and_with_the_size_of_its_kind() {
    List<String> extensions = new ArrayList<>();
    for (JsonNode kind : config().isOk().path("upload").path("kinds")) {
      Json.list(kind.path("extensions")).forEach(each -> extensions.add(each.asText()));
    }
    assertEquals(extensions.stream().distinct().toList(), extensions);
    assertEquals(
        List.of("jpg", "jpeg", "jfif", "jpe", "png", "gif", "webp", "pdf"),
        extensions.subList(0, 8));
  }
}
