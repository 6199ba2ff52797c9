package com.mockhu.dm.file.format;

import java.io.IOException;
import javax.xml.stream.Location;

/** XML is not well-formed; with the place of the first fault. */
public final class MalformedXmlException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  /** {@code place} is null when the reader does not know it. */
  MalformedXmlException(Location place) {
    super("Not well-formed");
    this.line = place == null ? 0 : place.getLineNumber();
    this.column = place == null ? 0 : place.getColumnNumber();
  }

  /** From 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** From 1; 0 when unknown. */
  public int column() {
    return column;
  }
}
