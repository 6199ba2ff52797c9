package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.format.TextEncoding;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.type.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The media type by which a file is served, with a charset for text (column {@code mime_type}). */
final class MediaType {
  private MediaType() {}

  /** With a charset only where the bytes show it: a wrong one garbles the text. */
  static String of(Kind kind, Path file) {
    return switch (kind) {
      case TXT, CSV -> text(kind, file);
      case JPEG,
          PNG,
          GIF,
          WEBP,
          PDF,
          DOC,
          XLS,
          PPT,
          DOCX,
          XLSX,
          PPTX,
          ZIP,
          RAR,
          SEVEN_ZIP,
          JSON,
          XML ->
          kind.mimeType();
    };
  }

  private static String text(Kind kind, Path file) {
    try {
      return TextEncoding.of(file)
          .map(charset -> kind.mimeType() + "; charset=" + charset.name().toLowerCase(Locale.ROOT))
          .orElse(kind.mimeType());
    } catch (IOException e) {
      throw StorageFault.of(e);
    }
  }
}
