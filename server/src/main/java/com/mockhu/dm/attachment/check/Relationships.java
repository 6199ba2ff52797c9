package com.mockhu.dm.attachment.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a part of an office file refers to outside the file (ECMA-376-2 §9.3). */
final class Relationships {
  /** The last words of types whose target is opened, and may run, when the file is opened. */
  private static final Set<String> LOADED =
      Set.of(
          "oleobject", "frame", "subdocument", "afchunk", "control", "activexcontrol", "package");

  private static final String TEMPLATE = "attachedtemplate";

  private Relationships() {}

  /** By a parser: text could be written in many ways that mean the same. */
  static void check(InputStream part) throws IOException {
    try {
      XMLStreamReader reader = TextCheck.XML.createXMLStreamReader(part);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw FileRefusal.because(FileReason.DAMAGED);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          check(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static void check(XMLStreamReader element) {
    boolean isOutside = "External".equalsIgnoreCase(element.getAttributeValue(null, "TargetMode"));
    String type = element.getAttributeValue(null, "Type");
    if (!isOutside || type == null) {
      return;
    }
    String last = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (last.equals(TEMPLATE)) {
      throw FileRefusal.because(FileReason.REMOTE_CONTENT);
    }
    if (LOADED.contains(last)) {
      throw FileRefusal.because(FileReason.REMOTE_CONTENT);
    }
  }
}
