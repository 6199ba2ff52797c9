package com.mockhu.dm.file.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.file.Samples;
import com.mockhu.dm.support.file.Workbooks;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in, and what is made of it. */
class UploadTest extends CampusTest {

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("thesis.pdf", "application/pdf", Papers.pdf()),
        Arguments.of(
            "thesis.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Papers.docx()),
        Arguments.of(
            "marks.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Papers.xlsx()),
        Arguments.of(
            "talk.pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Papers.pptx()),
        Arguments.of(
            "old.doc", "application/msword", Papers.compound("Root Entry", "WordDocument")),
        Arguments.of(
            "old.xls", "application/vnd.ms-excel", Papers.compound("Root Entry", "Workbook")),
        Arguments.of("sheet.xls", "application/vnd.ms-excel", Workbooks.withSheet(0)),
        Arguments.of("carrying.pdf", "application/pdf", Papers.pdfWithFile("marks.csv")),
        Arguments.of(
            "linking.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Papers.docxReferringTo(
                "TargetMode='External' Target='https://example.org' Type='http://x/hyperlink'")),
        Arguments.of("new.rar", "application/x-rar-compressed", Samples.of("version5.rar")),
        Arguments.of(
            "packed.zip",
            "application/zip",
            Papers.zip("a.tar.gz", Papers.gzip(Papers.tar("a", Papers.text("a"))))),
        Arguments.of(
            "old.ppt",
            "application/vnd.ms-powerpoint",
            Papers.compound("Root Entry", "PowerPoint Document")),
        Arguments.of("notes.txt", "text/plain", Papers.text("Größe & \u4f60\u597d")),
        Arguments.of("latin.txt", "text/plain", "Größe".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of("wide.txt", "text/plain", "Größe".getBytes(StandardCharsets.UTF_16)),
        Arguments.of("code.zip", "application/zip", Papers.zip("a.txt", Papers.text("a"))),
        Arguments.of("deep.zip", "application/zip", Papers.nested(3)),
        Arguments.of(
            "code.7z", "application/x-7z-compressed", Papers.sevenZip(Papers.text("a"), null)),
        Arguments.of("code.rar", "application/x-rar-compressed", Papers.rar("a text", 0)),
        Arguments.of("marks.csv", "text/csv", Papers.text("name,mark\n\"Lind, Maya\",1\n")),
        Arguments.of("marks.json", "application/json", Papers.text("{\"marks\": [1, 2]}")),
        Arguments.of(
            "marks.xml",
            "application/xml",
            Papers.text("<?xml version=\"1.0\"?><marks><m/></marks>")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void a_document_is_kept_as_it_came(String name, String type, byte[] content) {
    JsonNode attachment = alice.uploads(Form.files().file(name, content)).path(0);
    assertEquals("file", attachment.path("type").asText());
    assertEquals(name, attachment.path("filename").asText());
    assertEquals(type, attachment.path("mime_type").asText());
    assertEquals(content.length, attachment.path("size").asInt());
    assertFalse(attachment.has("width"));
    String url = attachment.path("url").asText();
    assertTrue(url.matches("/uploads/messages/files/\\d{4}/\\d\\d/[0-9a-f-]{36}\\.[a-z0-9]+"), url);
    assertArrayEquals(content, alice.downloads(url).body());
  }

  @Test
  void a_large_photo_is_made_to_fit_and_gets_a_thumbnail() {
    JsonNode attachment =
        alice.uploads(Form.images().file("a.jpg", Pixels.jpeg(4000, 3000))).path(0);
    assertEquals("image", attachment.path("type").asText());
    assertEquals(1920, attachment.path("width").asInt());
    assertEquals(1440, attachment.path("height").asInt());
    byte[] kept = alice.downloads(attachment.path("url").asText()).body();
    assertEquals(attachment.path("size").asInt(), kept.length);
    assertEquals(1920, Pixels.read(kept).getWidth());
    BufferedImage small =
        Pixels.read(alice.downloads(attachment.path("thumbnail_url").asText()).body());
    assertEquals(400, small.getWidth());
    assertEquals(400, small.getHeight());
  }

  @Test
  void a_photo_is_turned_upright_and_loses_what_the_camera_wrote() {
    byte[] photo = Pixels.jpegHeld(6, 300, 200, "52.5N 13.4E");
    JsonNode attachment = alice.uploads(Form.images().file("a.jpg", photo)).path(0);
    assertEquals(200, attachment.path("width").asInt());
    assertEquals(300, attachment.path("height").asInt());
    byte[] kept = alice.downloads(attachment.path("url").asText()).body();
    String text = new String(kept, StandardCharsets.ISO_8859_1);
    assertFalse(text.contains("52.5N") || text.contains("Exif"));
    // Turned clockwise, what was left is on top.
    BufferedImage upright = Pixels.read(kept);
    assertTrue((upright.getRGB(100, 20) & 0xFF0000) > 0xA00000);
    assertTrue((upright.getRGB(100, 280) & 0xFF) > 0xA0);
  }

  @Test
  void every_kind_of_picture_stays_what_it_is() {
    JsonNode kept =
        alice.uploads(
            Form.images()
                .file("a.png", Pixels.png(2500, 100))
                .file("b.gif", Pixels.gif(50, 60))
                .file("c.webp", Pixels.webp())
                .file("d.jpeg", Pixels.jpeg(10, 10))
                .file("e.gif", Pixels.animation(2400, 24, 3)));
    assertEquals("image/png", kept.path(0).path("mime_type").asText());
    assertEquals(1920, kept.path(0).path("width").asInt());
    assertEquals("image/gif", kept.path(1).path("mime_type").asText());
    assertEquals("image/webp", kept.path(2).path("mime_type").asText());
    assertTrue(kept.path(3).path("url").asText().endsWith(".jpg"));
    assertEquals(1920, kept.path(4).path("width").asInt());
    byte[] animation = alice.downloads(kept.path(4).path("url").asText()).body();
    assertEquals(3, Pixels.frames(animation));
  }

  @Test
  void a_small_animation_keeps_its_frames_and_loses_its_comments() {
    byte[] animation = Pixels.animation(40, 30, 4);
    JsonNode kept = alice.uploads(Form.files().file("a.gif", animation)).path(0);
    assertEquals("image", kept.path("type").asText());
    assertEquals(4, Pixels.frames(alice.downloads(kept.path("url").asText()).body()));
  }

  @Test
  void names_are_made_harmless() {
    JsonNode kept =
        alice.uploads(
            Form.files()
                .file("../../../etc/pass\u202Ewd.txt", Papers.text("a"))
                .file("C:\\\\secret\\\\b.txt", Papers.text("b"))
                .file("\u00fc".repeat(200) + ".txt", Papers.text("c"))
                .file("q\"uote.txt", Papers.text("d")));
    assertEquals("passwd.txt", kept.path(0).path("filename").asText());
    assertEquals(".._.._.._etc_passwd.txt", kept.path(0).path("original_filename").asText());
    assertEquals("b.txt", kept.path(1).path("filename").asText());
    String cut = kept.path(2).path("filename").asText();
    assertTrue(cut.endsWith("\u00fc.txt"), cut);
    assertEquals(254, cut.getBytes(StandardCharsets.UTF_8).length);
    assertEquals("q\"uote.txt", kept.path(3).path("filename").asText());
  }
}
