package com.mockhu.dm.file.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ApiException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stays of a name, and what hides in one. */
class FileNameTest {
  private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

  @ParameterizedTest
  @ValueSource(
      strings = {
        FAMILY + " holiday.jpg",
        // Persian: a joiner between the parts of a word.
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645.pdf",
        // The flag of Scotland is written in tags, a heart in red with a selector.
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F.txt",
        "\u2764\uFE0F.png",
        "co\u00ADoperate.txt",
        "caf\u00E9 \u4F60\u597D.docx"
      })
  void what_writing_needs_stays(String name) {
    assertEquals(name, FileName.of(name).shown());
    assertEquals(name, FileName.of(name).original());
  }

  @Test
  void controls_and_changes_of_direction_go() {
    String bad = "\u0000\u0007\u007F\u0085\u061C\u200E\u200F\u202A\u202E\u2066\u2069\u206F\u2028";
    assertEquals("ab.txt", FileName.of("a" + bad + "b.txt").shown());
    assertEquals("ab.txt", FileName.of("a\uD83Db.txt").shown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.e\u200Dxe.txt",
        "a.e\uFE0Fxe.txt",
        "a.\u200Bjs\u3164.txt",
        "a\u2024exe.txt",
        "a\uFF0Eexe.txt",
        "setup.exe\u200B"
      })
  void no_invisible_character_hides_an_extension(String name) {
    ApiException refusal = assertThrows(ApiException.class, () -> FileName.of(name));
    assertEquals("dangerous_extension", refusal.details().get("reason_code"));
  }

  @Test
  void an_extension_is_written_plainly() {
    assertEquals("a.txt", FileName.of("a.t\u200Dx\u00ADt").shown());
    assertEquals("a.TXT", FileName.of("a.\uFF34XT ").shown());
    assertEquals("file.txt", FileName.of(" .\u200B.txt").shown());
  }

  @Test
  void a_long_name_is_cut_between_what_readers_see_as_characters() {
    String cut = FileName.of(FAMILY.repeat(30) + ".jpeg").shown();
    assertEquals(FAMILY.repeat(13) + ".jpeg", cut);
    assertTrue(cut.getBytes(StandardCharsets.UTF_8).length <= 255);
    String combined = FileName.of("e" + "\u0301".repeat(400) + ".txt").shown();
    assertTrue(combined.startsWith("\u00E9\u0301") && combined.endsWith("\u0301.txt"), combined);
    assertTrue(combined.getBytes(StandardCharsets.UTF_8).length <= 255);
  }
}
