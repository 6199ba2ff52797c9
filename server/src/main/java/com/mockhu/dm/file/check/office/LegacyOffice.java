package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.type.FileName;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Checks office files of the older kind, which are OLE files. */
public final class LegacyOffice {
  private static final Set<String> MACROS =
      Set.of("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros");

  /** MS-PPT §2.4.10: the record that tells that a presentation has macros. */
  private static final byte[] MACRO_ATOM = {2, 0, 0, 4, 12, 0, 0, 0};

  private static final int MACRO_FLAG = 12;

  /** MS-DOC §2.5.2. */
  private static final int TEXT_FLAGS = 10;

  /** The stream of an embedded file of any kind. */
  private static final String CARRIED = "\u0001Ole10Native";

  private static final int CARRIED_HEAD = 2048;
  private static final int CARRIED_NAMES = 6;
  private static final int TEXT_HEAD = 12;
  private static final int TEXT_ENCRYPTED = 0x0100;

  private LegacyOffice() {}

  /** Each application with the streams of which it writes one. */
  public enum Application {
    WORD("WordDocument"),
    EXCEL("Workbook", "Book"),
    POWERPOINT("PowerPoint Document");

    private final List<String> streams;

    Application(String... streams) {
      this.streams = List.of(streams);
    }
  }

  public static void check(Path file, Application application) throws IOException {
    try (CompoundFile content = CompoundFile.open(file)) {
      check(file, content, application);
    }
  }

  private static void check(Path file, CompoundFile content, Application application)
      throws IOException {
    refuseHidden(content);
    for (ByteBuffer text : content.beginnings("WordDocument", TEXT_HEAD)) {
      if (text.limit() == TEXT_HEAD && (text.getShort(TEXT_FLAGS) & TEXT_ENCRYPTED) != 0) {
        throw FileRefusal.because(FileReason.ENCRYPTED);
      }
    }
    if (application == Application.POWERPOINT && hasMacroAtom(file)) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    if (application.streams.stream().noneMatch(content.names()::contains)) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }

  /** An OLE file inside another document; it need not be a document itself. */
  static void checkInner(Path file) throws IOException {
    try (CompoundFile content = CompoundFile.open(file)) {
      refuseHidden(content);
    }
  }

  private static void refuseHidden(CompoundFile content) throws IOException {
    refuseEncrypted(content.names());
    for (String workbook : new String[] {"Workbook", "Book"}) {
      for (ByteBuffer stream : content.beginnings(workbook, Workbook.LONGEST)) {
        Workbook.check(stream);
      }
    }
    if (MACROS.stream().anyMatch(content.names()::contains)) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    for (ByteBuffer carried : content.beginnings(CARRIED, CARRIED_HEAD)) {
      refuseProgram(carried);
    }
  }

  /** MS-OLEDS §2.3.6; after the size Windows writes a label and the file's path. */
  private static void refuseProgram(ByteBuffer carried) {
    String text = new String(carried.array(), 0, carried.limit(), StandardCharsets.ISO_8859_1);
    String[] names = text.substring(Math.min(text.length(), CARRIED_NAMES)).split("\0", 3);
    for (int i = 0; i < Math.min(2, names.length); i++) {
      if (FileName.isProgram(names[i])) {
        throw FileRefusal.because(FileReason.CARRIES_PROGRAM);
      }
    }
  }

  /** A password wraps a newer office file in an OLE file. */
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
