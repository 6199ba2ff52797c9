package com.mockhu.dm.attachment.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Walks all objects of a PDF, so that an action is found wherever it hangs. */
final class PdfCheck {
  private static final int MOST_OBJECTS = 500_000;
  private static final int DEEPEST = 100;
  private static final COSName SCRIPT = COSName.getPDFName("JS");
  private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "GoToE", "ImportData");

  private PdfCheck() {}

  static void check(Path file) throws IOException {
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

  private static void walk(COSDocument document) {
    Set<COSObjectKey> keys = document.getXrefTable().keySet();
    if (keys.size() > MOST_OBJECTS) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
    for (COSObjectKey key : List.copyOf(keys)) {
      COSObject holder = document.getObjectFromPool(key);
      inspect(holder.getObject(), 0);
    }
    inspect(document.getTrailer(), 0);
  }

  /** What is referred to is an object of its own and has its own turn. */
  private static void inspect(COSBase value, int depth) {
    if (depth > DEEPEST) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
    switch (value) {
      case COSDictionary dictionary -> {
        refuseActions(dictionary);
        dictionary.getValues().forEach(each -> inspect(each, depth + 1));
      }
      case COSArray array -> array.forEach(each -> inspect(each, depth + 1));
      case null, default -> {}
    }
  }

  private static void refuseActions(COSDictionary dictionary) {
    COSBase action = dictionary.getDictionaryObject(COSName.S);
    boolean isAction = action instanceof COSName name && ACTIONS.contains(name.getName());
    if (isAction || dictionary.containsKey(SCRIPT)) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
    boolean isCarried = dictionary.containsKey(COSName.EF);
    if (isCarried && (isProgram(dictionary, COSName.F) || isProgram(dictionary, COSName.UF))) {
      throw FileRefusal.because(FileReason.CARRIES_PROGRAM);
    }
  }

  private static boolean isProgram(COSDictionary file, COSName key) {
    String name = file.getString(key);
    return name != null && FileName.isProgram(name);
  }
}
