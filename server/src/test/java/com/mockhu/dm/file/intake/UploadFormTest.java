package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as clients of all kinds write them. */
class UploadFormTest extends CampusTest {
  private static final byte[] TEXT = Papers.text("a");

  private static String named(String field, String filename) {
    return "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + filename + "\"";
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "files[]", "files[0]"})
  void the_field_may_have_brackets_behind_its_name(String field) {
    Form form = Form.files().part(named(field, "a.txt"), TEXT).part(named(field, "b.txt"), TEXT);
    assertEquals(2, alice.uploads(form).size());
  }

  @Test
  void a_file_input_in_which_nothing_was_chosen_is_ignored() {
    byte[] nothing = new byte[0];
    Form form =
        Form.files()
            .part(named("files", ""), nothing)
            .part(named("files", "a.txt"), TEXT)
            .part(named("files", ""), nothing);
    assertEquals(1, alice.uploads(form).size());
    alice
        .triesToUpload(Form.files().part(named("files", ""), nothing))
        .isRefused(400, "invalid_request");
    JsonNode error =
        alice
            .triesToUpload(Form.files().part(named("files", ""), TEXT))
            .isRefused(400, "file_refused");
    assertEquals("unsupported_type", error.at("/details/reason_code").asText());
  }

  @Test
  void a_file_in_another_field_is_told_with_the_field_s_name() {
    Form form = Form.files().part(named("attachment", "a.txt"), TEXT);
    String message =
        alice.triesToUpload(form).isRefused(400, "invalid_request").path("message").asText();
    assertTrue(message.contains("\"attachment\""), message);
  }

  @Test
  void names_arrive_whatever_the_client_s_way_of_writing_them() {
    JsonNode kept =
        alice.uploads(
            Form.files()
                .part(named("files", "Gr\u00F6\u00DFe.txt"), TEXT)
                .part(
                    "Content-Disposition: form-data; name=files;"
                        + " filename*=UTF-8'en'na%C3%AFve.txt",
                    TEXT)
                .part(
                    "Content-Disposition: form-data;\r\n name=\"files\";\r\n\tfilename=\"f.txt\"",
                    TEXT)
                .file("\uD83D\uDC69\u200D\uD83D\uDC67 \u0645\u06CC\u200C\u062E.txt", TEXT));
    assertEquals("Größe.txt", kept.path(0).path("filename").asText());
    assertEquals("naïve.txt", kept.path(1).path("filename").asText());
    assertEquals("f.txt", kept.path(2).path("filename").asText());
    assertEquals(
        "\uD83D\uDC69\u200D\uD83D\uDC67 \u0645\u06CC\u200C\u062E.txt",
        kept.path(3).path("filename").asText());
  }

  @Test
  void a_very_long_name_is_cut_and_no_fault_of_the_server() {
    JsonNode kept = alice.uploads(Form.files().file("a".repeat(6_000) + ".txt", TEXT));
    assertEquals(255, kept.path(0).path("filename").asText().length());
    alice
        .triesToUpload(Form.files().file("a".repeat(9_000) + ".txt", TEXT))
        .isRefused(400, "invalid_request");
  }

  @Test
  void a_jpeg_may_be_called_jfif() {
    JsonNode kept = alice.uploads(Form.images().file("photo.jfif", Pixels.jpeg(9, 9))).path(0);
    assertEquals("photo.jfif", kept.path("filename").asText());
    assertEquals("image/jpeg", kept.path("mime_type").asText());
    String type =
        alice.downloads(kept.path("url").asText()).headers().firstValue("Content-Type").orElse("");
    assertEquals("image/jpeg", type);
  }
}
