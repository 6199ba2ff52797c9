package com.mockhu.dm.support.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** PDFs that do one thing. */
public final class PdfFile {
  private PdfFile() {}

  public static COSString text(String text) {
    return new COSString(text);
  }

  public static COSDictionary dictionary(String key, COSBase value) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(key, value);
    return dictionary;
  }

  /** An action of this type that runs when the file is opened, with one more entry. */
  public static byte[] withAction(String type, String key, COSBase value) {
    COSDictionary action = dictionary(key, value);
    action.setItem(COSName.S, COSName.getPDFName(type));
    return withEntry("OpenAction", action);
  }

  /** In its catalog. */
  public static byte[] withEntry(String key, COSBase value) {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.getDocumentCatalog().getCOSObject().setItem(key, value);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A form in XML, cut into pieces as the format allows. */
  public static byte[] withForm(String... pieces) {
    COSArray form = new COSArray();
    for (String piece : pieces) {
      form.add(text("template"));
      form.add(stream(piece));
    }
    return withEntry("AcroForm", dictionary("XFA", form));
  }

  private static COSStream stream(String content) {
    COSStream stream = new COSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream;
  }

  /**
   * Two PDFs in one: readers that count from the header behind {@code before} find the second,
   * those that count from the first byte find the first. Both have their objects in the same
   * places.
   */
  public static byte[] twofold(String before, String first, String second) {
    int step = before.length();
    StringBuilder file = new StringBuilder(before + "%PDF-1.4\n");
    int[] places = new int[3];
    String[] objects = {"<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R>>"};
    for (int i = 0; i < 2; i++) {
      // A reader that counts from the header finds the same object that much later.
      places[i + 1] = file.length();
      String object = (i + 2) + " 0 obj" + objects[i] + "endobj\n";
      file.append(padded(object, step)).append(object);
    }
    places[0] = file.length();
    file.append(padded("1 0 obj<</Type/Catalog/Pages 2 0 R" + first + ">>endobj\n", step));
    file.append("1 0 obj<</Type/Catalog/Pages 2 0 R").append(second).append(">>endobj\n");
    int table = file.length();
    StringBuilder end = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
    for (int place : places) {
      end.append("%010d 00000 n \n".formatted(place));
    }
    end.append("trailer<</Size 4/Root 1 0 R>>\n");
    file.append(padded(end.toString(), step)).append(end);
    return (file + "startxref\n" + table + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(length - text.length());
  }
}
