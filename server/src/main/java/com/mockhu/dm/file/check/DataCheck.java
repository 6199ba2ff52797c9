package com.mockhu.dm.file.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.mockhu.dm.file.format.MalformedXmlException;
import com.mockhu.dm.file.format.TooComplexException;
import com.mockhu.dm.file.format.XmlFile;
import com.mockhu.dm.file.type.Category;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamReader;

/** Checks JSON and XML files. */
public final class DataCheck {
  public static final int DEEPEST = 1_000;
  private static final int LONGEST = (int) Category.DATA.largest();

  /**
   * Lenient as people's programs need it: several values in a row (JSON lines), comments, trailing
   * commas, NaN. Names are not interned, since a file may hold a million different ones.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(LONGEST)
                  .maxNumberLength(LONGEST)
                  .maxStringLength(LONGEST)
                  .build())
          .build();

  private DataCheck() {}

  static void json(Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      boolean isEmpty = true;
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        isEmpty = false;
      }
      if (isEmpty || depth != 0) {
        throw FileRefusal.because(FileReason.DAMAGED);
      }
    } catch (StreamConstraintsException e) {
      throw new TooComplexException(e.getMessage());
    } catch (JsonParseException e) {
      throw damaged("JSON", e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
  }

  static void xml(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XmlFile.read(in, new Root());
    } catch (MalformedXmlException e) {
      throw damaged("XML", e.line(), e.column());
    }
  }

  /** The place only: the text there may be long and is private. */
  private static ApiException damaged(String format, int line, int column) {
    return FileRefusal.because(
        FileReason.DAMAGED,
        "The file is not valid "
            + format
            + (" at line " + line + ", column " + column)
            + ". Correct it and retry.");
  }

  /** HTML and SVG are XML too, but not accepted kinds. */
  private static final class Root implements XmlFile.Visitor {
    private boolean isFirst = true;

    @Override
    public void start(XMLStreamReader element) {
      String name = element.getLocalName();
      if (isFirst && (name.equalsIgnoreCase("svg") || name.equalsIgnoreCase("html"))) {
        throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
      }
      isFirst = false;
    }
  }
}
