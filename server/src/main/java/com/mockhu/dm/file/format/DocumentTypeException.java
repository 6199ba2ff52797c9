package com.mockhu.dm.file.format;

import java.io.IOException;

/** XML with a document type declaration, in which entities could be declared. */
public final class DocumentTypeException extends IOException {
  private static final long serialVersionUID = 1L;

  DocumentTypeException() {
    super("A document type declaration");
  }
}
