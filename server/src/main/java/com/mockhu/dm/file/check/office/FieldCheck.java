package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.format.LinkTarget;
import com.mockhu.dm.file.format.XmlFile;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * Refuses fields that start another program to get data from it (DDE), and fields that load a file
 * from another computer.
 */
final class FieldCheck implements XmlFile.Visitor {
  private static final int LONGEST = 1_000;
  private static final Set<String> STARTING = Set.of("DDE", "DDEAUTO");
  private static final Set<String> LOADING =
      Set.of("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK");

  /** The instruction of the open field; Word divides it into arbitrary pieces. */
  private final StringBuilder code = new StringBuilder();

  private boolean isCode;

  @Override
  public void start(XMLStreamReader element) {
    switch (element.getLocalName()) {
      case "ddeLink" -> throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
      case "instrText" -> isCode = true;
      case "fldChar" -> finish();
      case "fldSimple" -> {
        for (int i = 0; i < element.getAttributeCount(); i++) {
          refuse(element.getAttributeValue(i));
        }
      }
      default -> {}
    }
  }

  @Override
  public void text(String text) {
    if (isCode && code.length() < LONGEST) {
      code.append(text);
    }
  }

  @Override
  public void end(String name) {
    if (name.equals("instrText")) {
      isCode = false;
    }
  }

  private void finish() {
    refuse(code.toString());
    code.setLength(0);
  }

  private static void refuse(String field) {
    String[] words = field.replace('"', ' ').strip().split("\\s+");
    String kind = words[0].toUpperCase(Locale.ROOT);
    if (STARTING.contains(kind)) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
    if (LOADING.contains(kind) && Arrays.stream(words).anyMatch(LinkTarget::isShare)) {
      throw FileRefusal.because(FileReason.REMOTE_CONTENT);
    }
  }
}
