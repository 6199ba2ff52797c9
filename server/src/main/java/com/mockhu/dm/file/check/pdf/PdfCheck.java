package com.mockhu.dm.file.check.pdf;

import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Checks all objects of a PDF, so that an action is found wherever it is attached. */
public final class PdfCheck {
  private static final int MOST_OBJECTS = 500_000;
  private static final int DEEPEST = 100;

  private PdfCheck() {}

  /**
   * A PDF with bytes before its header is read twice: some readers count positions from the header,
   * others from the first byte, and may find different objects.
   */
  public static void check(Path file) throws IOException {
    checkWhole(file);
    int offset = PdfHeader.offset(file);
    if (offset > 0) {
      Path rest = Files.createTempFile(file.toAbsolutePath().getParent(), "inner", null);
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(offset);
        Files.copy(in, rest, StandardCopyOption.REPLACE_EXISTING);
        checkWhole(rest);
      } finally {
        Files.delete(rest);
      }
    }
  }

  private static void checkWhole(Path file) throws IOException {
    try (var source = new RandomAccessReadBufferedFile(file.toFile());
        PDDocument document =
            Loader.loadPDF(source, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (document.getNumberOfPages() < 1) {
        throw FileRefusal.because(FileReason.DAMAGED);
      }
      walk(document.getDocument());
    } catch (InvalidPasswordException e) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
  }

  private static void walk(COSDocument document) throws IOException {
    Set<COSObjectKey> keys = document.getXrefTable().keySet();
    if (keys.size() > MOST_OBJECTS) {
      throw FileRefusal.because(FileReason.TOO_COMPLEX);
    }
    for (COSObjectKey key : List.copyOf(keys)) {
      COSObject holder = document.getObjectFromPool(key);
      inspect(holder.getObject(), 0);
    }
    inspect(document.getTrailer(), 0);
  }

  /** Referenced objects are not followed: each is checked by itself. */
  private static void inspect(COSBase value, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw FileRefusal.because(FileReason.TOO_COMPLEX);
    }
    switch (value) {
      case COSDictionary dictionary -> {
        PdfRules.check(dictionary);
        for (COSBase each : dictionary.getValues()) {
          inspect(each, depth + 1);
        }
      }
      case COSArray array -> {
        for (COSBase each : array) {
          inspect(each, depth + 1);
        }
      }
      case null, default -> {}
    }
  }
}
