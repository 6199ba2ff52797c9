package com.mockhu.dm.attachment.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;

/** Office files of the older kind. */
final class LegacyOffice {
  private static final Set<String> MACROS =
      Set.of("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros");

  /** MS-PPT §2.4.10: a presentation says in an atom of its own that it has macros. */
  private static final byte[] MACRO_ATOM = {2, 0, 0, 4, 12, 0, 0, 0};

  private static final int MACRO_FLAG = 12;

  /** MS-DOC §2.5.2. */
  private static final int TEXT_FLAGS = 10;

  private static final int TEXT_HEAD = 12;
  private static final int TEXT_ENCRYPTED = 0x0100;

  private LegacyOffice() {}

  static void check(Path file, Kind kind) throws IOException {
    try (CompoundFile content = CompoundFile.open(file)) {
      check(file, content, kind);
    }
  }

  private static void check(Path file, CompoundFile content, Kind kind) throws IOException {
    Set<String> names = content.names();
    refuseEncrypted(names);
    for (String workbook : new String[] {"Workbook", "Book"}) {
      Workbook.check(content.beginning(workbook, Workbook.LONGEST));
    }
    ByteBuffer text = content.beginning("WordDocument", TEXT_HEAD);
    if (text.limit() == TEXT_HEAD && (text.getShort(TEXT_FLAGS) & TEXT_ENCRYPTED) != 0) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
    if (names.stream().anyMatch(MACROS::contains) || kind == Kind.PPT && hasMacroAtom(file)) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    boolean agrees =
        switch (kind) {
          case DOC -> names.contains("WordDocument");
          case XLS -> names.contains("Workbook") || names.contains("Book");
          case PPT -> names.contains("PowerPoint Document");
          case JPEG,
              PNG,
              GIF,
              WEBP,
              PDF,
              DOCX,
              XLSX,
              PPTX,
              TXT,
              ZIP,
              RAR,
              SEVEN_ZIP,
              CSV,
              JSON,
              XML ->
              false;
        };
    if (!agrees) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }

  /** A newer file with a password is an older one around it. */
  static void refuseEncrypted(Path file) throws IOException {
    try (CompoundFile content = CompoundFile.open(file)) {
      refuseEncrypted(content.names());
    }
  }

  private static void refuseEncrypted(Set<String> names) {
    if (names.contains("EncryptedPackage") || names.contains("EncryptedSummary")) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
  }

  private static boolean hasMacroAtom(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      for (int i = 0; i + MACRO_FLAG < bytes.limit(); i++) {
        if (bytes.get(i + MACRO_FLAG) == 1 && isAtom(bytes, i)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isAtom(MappedByteBuffer bytes, int at) {
    for (int i = 0; i < MACRO_ATOM.length; i++) {
      if (bytes.get(at + i) != MACRO_ATOM[i]) {
        return false;
      }
    }
    return true;
  }
}
