package com.mockhu.dm.attachment.check;

import com.mockhu.dm.attachment.format.XmlFile;
import java.util.Locale;
import javax.xml.stream.XMLStreamReader;

/** Fields of a text that ask another program for data (DDE), which is started for that. */
final class FieldCheck implements XmlFile.Visitor {
  private static final int LONGEST = 1_000;

  /** Of the field that is open; Word cuts it into pieces as it likes. */
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
    String word = field.strip().toUpperCase(Locale.ROOT);
    if (word.equals("DDE")
        || word.startsWith("DDE ")
        || word.equals("DDEAUTO")
        || word.startsWith("DDEAUTO ")) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
  }
}
