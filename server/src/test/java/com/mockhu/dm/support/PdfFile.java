package com.mockhu.dm.support;

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
}
