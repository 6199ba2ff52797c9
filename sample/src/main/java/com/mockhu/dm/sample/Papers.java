package com.mockhu.dm.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files that students send besides images. */
final class Papers {
  private Papers() {}

  static byte[] content(String name) {
    return name.endsWith(".pdf") ? document(name) : table();
  }

  private static byte[] table() {
    StringBuilder rows = new StringBuilder("week,group,measurement\n");
    for (int row = 1; row <= 240; row++) {
      rows.append(row / 12 + 1)
          .append(",AB".charAt(row % 2 + 1))
          .append(',')
          .append(row * 37 % 101)
          .append('\n');
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] document(String name) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        pen.beginText();
        pen.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 22);
        pen.newLineAtOffset(72, 680);
        pen.showText(name.replace(".pdf", "").replace('-', ' '));
        pen.endText();
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
