package com.mockhu.dm.file.format;

import java.io.IOException;
import javax.xml.stream.Location;

/** XML that is not well-formed, with the place of the first fault. */
public final class MalformedXmlException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** {@code place} may be null: the reader does not always know it. */
  MalformedXmlException(Location place) {
    super("Not well-formed");
    this.line = place == null ? 0 : place.getLineNumber();
    this.column = place == null ? 0 : place.getColumnNumber();
  }

  /** From 1; 0 when it is not known. */
  public int line() {
    return line;
  }

  /** From 1; 0 when it is not known. */
  public int column() {
    return column;
  }
}
