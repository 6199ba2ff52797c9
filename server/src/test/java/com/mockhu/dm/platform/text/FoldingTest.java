package com.mockhu.dm.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Işıl, isil",
    "IŞIL, isil",
    "İstanbul, istanbul",
    "Ægir Sørensen, aegir sorensen",
    "Đặng Văn, dang van",
    "Straße, strasse",
    "STRASSE, strasse",
    "Łukasz, lukasz",
    "Þóra, thora",
    "Œuvre, oeuvre",
    "ﬁn, fin",
    "ＡＢＣ, abc",
    "Σωκράτης, σωκρατησ",
    "ΣΩΚΡΑΤΗΣ, σωκρατησ",
    "Фёдор, федор",
    "أحمد, احمد",
    "علی, علي",
    "مح‌مد, محمد",
    "שלום, שלומ",
    "ヤマダ, やまた",
    "やまだ, やまた",
    "١٢٣, 123",
    "José, jose"
  })
  void texts_that_people_take_for_the_same_become_equal(String text, String folded) {
    assertEquals(folded, Folding.folded(text));
  }

  @Test
  void folding_twice_changes_nothing_for_any_character() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .mapToObj(Character::toString)
        .map(Folding::folded)
        .forEach(folded -> assertEquals(folded, Folding.folded(folded)));
  }
}
