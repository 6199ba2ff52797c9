package com.mockhu.dm.file.check.pdf;

import com.mockhu.dm.file.format.TooComplexException;
import com.mockhu.dm.file.format.XmlFile;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;

/** Checks an XML form in a PDF (XFA), which may contain scripts. */
final class XfaCheck implements XmlFile.Visitor {
  private static final int LONGEST = 10 << 20;
  private static final Set<String> ACTIVE = Set.of("script", "submit", "execute");

  private XfaCheck() {}

  /**
   * @param form one stream, or an array of names and streams that together are one document
   */
  static void check(COSBase form) throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    if (form instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        add(array.getObject(i), document);
      }
    } else {
      add(form, document);
    }
    XmlFile.read(new ByteArrayInputStream(document.toByteArray()), new XfaCheck());
  }

  private static void add(COSBase part, ByteArrayOutputStream document) throws IOException {
    if (part instanceof COSStream stream) {
      try (InputStream in = stream.createInputStream()) {
        document.write(in.readNBytes(LONGEST + 1 - document.size()));
      }
    }
    if (document.size() > LONGEST) {
      throw new TooComplexException("A form too large to be looked into");
    }
  }

  @Override
  public void start(XMLStreamReader element) {
    if (ACTIVE.contains(element.getLocalName())) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
  }
}
