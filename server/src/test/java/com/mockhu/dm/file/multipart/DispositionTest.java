package com.mockhu.dm.file.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ApiException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files as clients write them, and as attackers do. */
class DispositionTest {

  private static Part parsed(String parameters) {
    byte[] bytes = ("form-data; " + parameters).getBytes(StandardCharsets.UTF_8);
    return Disposition.parse(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "filename=\"räksmörgås.txt\"            | räksmörgås.txt",
        "filename=plain.txt                     | plain.txt",
        "filename=two words.txt; size=1         | two words.txt",
        "FileName = \"a.txt\"                   | a.txt",
        "filename=\"a;b=c.txt\"                 | a;b=c.txt",
        "filename=\"q%22uo\\\"te.txt\"          | q\"uo\"te.txt",
        "filename=\"C:\\papers\\a.txt\"         | C:\\papers\\a.txt",
        "filename=\"\\\\host\\a.txt\"           | \\host\\a.txt",
        "filename=\"50%25.txt\"                 | 50%25.txt",
        "filename*=UTF-8''na%C3%AFve.txt        | naïve.txt",
        "filename*=UTF-8'en'na%C3%AFve.txt      | naïve.txt",
        "filename*=utf-8'de-CH'a+b.txt          | a+b.txt",
        "filename*=iso-8859-1'en'%A3%20rate.txt | £ rate.txt",
        "filename*=ISO-8859-1''%80uro.txt       | €uro.txt",
        "filename=\"x.txt\"; filename*=UTF-8''y.txt | y.txt",
        "filename*=KOI8-R''%C1.txt; filename=\"x.txt\" | x.txt",
        "filename*=UTF-8''%zz.txt; filename=\"x.txt\" | x.txt",
        "filename*=UTF-8''%FF.txt; filename=\"x.txt\" | x.txt",
      })
  void a_name_is_read_as_its_client_meant_it(String parameters, String name) {
    assertEquals(Optional.of(name), parsed("name=\"files\"; " + parameters).filename());
    assertEquals("files", parsed(parameters + "; name=\"files\"").name());
  }

  @Test
  void bytes_that_are_no_utf_8_are_latin() {
    Part part = Disposition.parse("form-data; name=files; filename=\"Gr\u00F6\u00DFe \u0080.txt\"");
    assertEquals(Optional.of("Größe €.txt"), part.filename());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attachment; filename=\"a.txt\"",
        "form-data; filename=\"a.txt",
        "form-data; filename=\"a.txt\\\"",
        "form-data; filename*=UTF-8''%C",
        "form-data; filename*=a.txt",
        ""
      })
  void what_cannot_be_read_is_refused(String header) {
    assertThrows(ApiException.class, () -> Disposition.parse(header));
  }

  @Test
  void whatever_comes_is_read_or_refused() {
    Random random = new Random(12);
    String letters = "form-data;filename*=\"\\'%2 \tUTF-8\u00C3\u00A9\u0000\u00FF";
    for (int round = 0; round < 50_000; round++) {
      StringBuilder header = new StringBuilder(random.nextBoolean() ? "form-data;" : "");
      for (int length = random.nextInt(60); length > 0; length--) {
        header.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        Disposition.parse(header.toString());
      } catch (ApiException refused) {
        assertEquals(400, refused.code().status());
      }
    }
  }

  /**
   * A reader that tries a text in several ways needs a hundred times as long for ten times more.
   */
  @ParameterizedTest
  @ValueSource(strings = {"\\\"", ";", "a", "; a=\"b\"", " ", "%22", ";=", "'", "%C3%A9", "=\""})
  void reading_takes_as_long_as_the_text(String piece) {
    long small = cpu(piece, 100_000);
    long large = cpu(piece, 1_000_000);
    assertTrue(large < 60 * small + 200_000_000, () -> small + " ns, then " + large + " ns");
  }

  private static long cpu(String piece, int length) {
    String text = piece.repeat(length / piece.length());
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (String start : new String[] {"filename=\"", "filename*=UTF-8''", "filename=", ""}) {
      for (String end : new String[] {"", "\""}) {
        try {
          Disposition.parse("form-data; name=files; " + start + text + end);
        } catch (ApiException refused) {
          assertEquals(400, refused.code().status());
        }
      }
    }
    return threads.getCurrentThreadCpuTime() - before;
  }

  @Test
  void a_body_that_comes_byte_by_byte_is_the_same_body() throws IOException {
    String body =
        """
        --x\r
        content-disposition:  form-data; name="files[]";\r
        \t filename="a\r
           b.txt"\r
        X-Folded: one\r
         filename="no.txt"\r
        \r
        one\r
        --x\r
        Content-Disposition: form-data; name=type\r
        \r
        \r
        --x--\r
        """;
    MultipartReader reader =
        MultipartReader.of(
            "Multipart/Form-Data; charset=utf-8; Boundary=\"x\"", slow(body), body.length());
    assertEquals(new Part("files[]", Optional.of("a b.txt")), reader.next().orElseThrow());
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    reader.copy(content);
    assertEquals("one", content.toString(StandardCharsets.UTF_8));
    assertEquals(new Part("type", Optional.empty()), reader.next().orElseThrow());
    assertEquals("", reader.text(9));
    assertTrue(reader.next().isEmpty());
  }

  @Test
  void whatever_body_comes_is_read_or_refused() throws IOException {
    Random random = new Random(20);
    String[] pieces = {
      "--x",
      "\r\n",
      "--",
      "Content-Disposition: form-data; name=files",
      "; filename=a.txt",
      " ",
      "\r\n\r\n",
      "content",
      ":",
      "\u00FF",
      "\n",
      "\r\n--x\r\n",
      "\r\n--x--\r\n"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder body = new StringBuilder("--x\r\n");
      for (int length = random.nextInt(20); length > 0; length--) {
        body.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        MultipartReader reader =
            MultipartReader.of("multipart/form-data; boundary=x", slow(body.toString()), 9_999);
        while (reader.next().isPresent()) {
          reader.copy(OutputStream.nullOutputStream());
        }
      } catch (ApiException refused) {
        assertEquals(400, refused.code().status());
      }
    }
  }

  private static InputStream slow(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(1, length));
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/mixed; boundary=x",
        "multipart/form-data; boundary=\"x"
      })
  void another_type_of_body_is_refused(String type) {
    InputStream nothing = InputStream.nullInputStream();
    assertThrows(ApiException.class, () -> MultipartReader.of(type, nothing, 9));
  }
}
