package com.mockhu.dm.file.check.pdf;

import com.mockhu.dm.file.format.LinkTarget;
import com.mockhu.dm.file.type.FileName;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Rules for one dictionary of a PDF (behaviour §9). */
final class PdfRules {
  private static final COSName ACTION = COSName.S;
  private static final COSName ADDRESS = COSName.getPDFName("URI");
  private static final COSName FORM = COSName.getPDFName("XFA");

  /** GoToE opens an embedded file. */
  private static final Set<String> ACTIONS =
      Set.of("JavaScript", "Launch", "GoToE", "ImportData", "SubmitForm", "RichMediaExecute");

  /** Scripts of actions and of 3D drawings, and Flash. */
  private static final List<COSName> ACTIVE =
      List.of(
          COSName.getPDFName("JS"),
          COSName.getPDFName("OnInstantiate"),
          COSName.getPDFName("RichMediaContent"));

  private static final List<COSName> FILE_NAMES =
      List.of(
          COSName.F,
          COSName.UF,
          COSName.getPDFName("DOS"),
          COSName.getPDFName("Mac"),
          COSName.getPDFName("Unix"));

  private PdfRules() {}

  static void check(COSDictionary dictionary) throws IOException {
    boolean isActive =
        isOneOf(dictionary, ACTION, ACTIONS)
            || isOneOf(dictionary, COSName.SUBTYPE, Set.of("RichMedia"))
            || ACTIVE.stream().anyMatch(dictionary::containsKey);
    String address = dictionary.getString(ADDRESS);
    if (isActive || address != null && isShare(address)) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
    boolean isCarried = dictionary.containsKey(COSName.EF);
    for (COSName key : FILE_NAMES) {
      checkFile(dictionary.getString(key), isCarried);
    }
    if (dictionary.containsKey(FORM)) {
      XfaCheck.check(dictionary.getDictionaryObject(FORM));
    }
  }

  /** In a URL, unlike in a path, two slashes precede a web host (RFC 3986 §4.2). */
  private static boolean isShare(String address) {
    return LinkTarget.isShare(address) && !address.startsWith("//");
  }

  /** GoToR and others open a file that is not embedded from the place that its name gives. */
  private static void checkFile(String name, boolean isCarried) {
    if (name != null && isCarried && FileName.isProgram(name)) {
      throw FileRefusal.because(FileReason.CARRIES_PROGRAM);
    }
    if (name != null && !isCarried && LinkTarget.isShare(name)) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
  }

  private static boolean isOneOf(COSDictionary dictionary, COSName key, Set<String> names) {
    COSBase value = dictionary.getDictionaryObject(key);
    return value instanceof COSName name && names.contains(name.getName());
  }
}
