package com.mockhu.dm.file.format;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML as a stream of elements. The limits are our own: those of the JDK change between
 * releases and refuse ordinary files. Document types are refused, so the only entities are the five
 * predefined ones and single characters, which cannot expand.
 */
public final class XmlFile {
  private static final int DEEPEST = 1_000;
  private static final int MOST_ATTRIBUTES = 10_000;
  private static final int LONGEST_NAME = 10_000;

  /** Safe to share after its creation. */
  private static final XMLInputFactory FACTORY = factory();

  private XmlFile() {}

  /** Receives the content of the file in its order. */
  public interface Visitor {
    default void start(XMLStreamReader element) {}

    /** May be a part of a longer text. */
    default void text(String text) {}

    /** {@code name} without its prefix. */
    default void end(String name) {}
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // 0: no limit. The depth is counted here, and entities cannot be declared.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    factory.setProperty("jdk.xml.entityReplacementLimit", "0");
    factory.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(MOST_ATTRIBUTES));
    factory.setProperty("jdk.xml.maxXMLNameLimit", Integer.toString(LONGEST_NAME));
    return factory;
  }

  /**
   * @throws DocumentTypeException for a document type, before it is read
   * @throws TooComplexException for elements nested too deep
   * @throws MalformedXmlException for XML that is not well-formed
   */
  public static void read(InputStream in, Visitor visitor) throws IOException {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (depth > DEEPEST) {
          throw new TooComplexException("Elements nested too deep");
        }
        tell(visitor, reader, event);
      }
    } catch (XMLStreamException e) {
      throw new MalformedXmlException(e.getLocation());
    }
  }

  private static void tell(Visitor visitor, XMLStreamReader reader, int event)
      throws DocumentTypeException {
    switch (event) {
      case XMLStreamConstants.DTD -> throw new DocumentTypeException();
      case XMLStreamConstants.START_ELEMENT -> visitor.start(reader);
      case XMLStreamConstants.END_ELEMENT -> visitor.end(reader.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          visitor.text(reader.getText());
      default -> {}
    }
  }
}
