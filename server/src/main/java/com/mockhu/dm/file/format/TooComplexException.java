package com.mockhu.dm.file.format;

import java.io.IOException;

/** A file beyond the limits of its reader: too deep, or of too many parts. */
public final class TooComplexException extends IOException {
  private static final long serialVersionUID = 1L;

  public TooComplexException(String message) {
    super(message);
  }
}
