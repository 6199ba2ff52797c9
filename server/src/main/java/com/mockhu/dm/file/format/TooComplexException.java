package com.mockhu.dm.file.format;

import java.io.IOException;

/** A file exceeds the limits of its reader: nested too deep, or too many parts. */
public final class TooComplexException extends IOException {
  private static final long serialVersionUID = 1L;

  public TooComplexException(String message) {
    super(message);
  }
}
