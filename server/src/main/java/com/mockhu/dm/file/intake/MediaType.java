package com.mockhu.dm.file.intake;

import com.mockhu.dm.file.format.TextEncoding;
import com.mockhu.dm.file.storage.StorageFault;
import com.mockhu.dm.file.type.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is served as; the column {@code uploads.mime_type} holds it with its charset. */
final class MediaType {
  private MediaType() {}

  /** With a charset where the bytes of a text show it: a wrong one would be worse than none. */
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
