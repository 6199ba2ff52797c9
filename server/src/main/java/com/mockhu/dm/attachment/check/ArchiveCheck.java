package com.mockhu.dm.attachment.check;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.rarfile.FileHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Opens archives as far as is needed to know that they are no bombs and hide nothing. */
final class ArchiveCheck {
  /** What a dictionary may take while unpacking; that of the strongest common setting is 64 MB. */
  private static final int MEMORY_KIB = 100 * 1024;

  private ArchiveCheck() {}

  static void check(Path file) throws IOException {
    if (OfficeCheck.isOffice(file)) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    open(file, new Unpacking(file), 1);
  }

  /** {@code depth}: 1 for the uploaded file itself. */
  static void open(Path file, Unpacking unpacking, int depth) throws IOException {
    Signature signature =
        Signature.of(FileCheck.head(file))
            .orElseThrow(() -> FileRefusal.because(FileReason.DAMAGED));
    switch (signature) {
      case ZIP, EMPTY_ZIP -> zip(file, unpacking, depth);
      case SEVEN_ZIP -> sevenZip(file, unpacking, depth);
      case RAR -> rar(file, unpacking, depth);
      case JPEG, PNG, GIF, WEBP, PDF, OLE -> throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static void zip(Path file, Unpacking unpacking, int depth) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntries();
      while (entries.hasMoreElements()) {
        zipEntry(zip, entries.nextElement(), unpacking, depth);
      }
    }
  }

  private static void zipEntry(ZipFile zip, ZipArchiveEntry entry, Unpacking unpacking, int depth)
      throws IOException {
    unpacking.count(depth);
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
    if (OfficeCheck.isMacro(entry.getName())) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      unpacking.drain(in, depth);
    }
  }

  private static void sevenZip(Path file, Unpacking unpacking, int depth) throws IOException {
    try (SevenZFile archive =
        SevenZFile.builder().setPath(file).setMaxMemoryLimitKiB(MEMORY_KIB).get()) {
      for (SevenZArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        unpacking.count(depth);
        if (entry.hasStream()) {
          unpacking.drain(archive.getInputStream(entry), depth);
        }
      }
    } catch (PasswordRequiredException e) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
  }

  private static void rar(Path file, Unpacking unpacking, int depth) throws IOException {
    try (Archive archive = new Archive(file.toFile())) {
      if (archive.isEncrypted()) {
        throw FileRefusal.because(FileReason.ENCRYPTED);
      }
      for (FileHeader header : archive.getFileHeaders()) {
        rarEntry(archive, header, unpacking, depth);
      }
    } catch (UnsupportedRarEncryptedException e) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    } catch (RarException e) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static void rarEntry(Archive archive, FileHeader header, Unpacking unpacking, int depth)
      throws IOException {
    unpacking.count(depth);
    if (header.isEncrypted()) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
    if (!header.isDirectory()) {
      try (InputStream in = archive.getInputStream(header)) {
        unpacking.drain(in, depth);
      }
    }
  }
}
