package com.mockhu.dm.file.check.archive;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedDictionarySizeException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.UnsupportedRarMethodException;
import com.github.junrar.exception.UnsupportedRarVersionException;
import com.github.junrar.rarfile.FileHeader;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.type.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.tukaani.xz.UnsupportedOptionsException;

/** Unpacks archives to find bombs, encryption and entries that cannot be checked. */
public final class ArchiveCheck {
  /** The message of commons-compress for a method that it cannot decode. */
  private static final Pattern UNKNOWN_METHOD =
      Pattern.compile(
          "Unsupported compression method|Multi input/output stream coders|Alternative");

  private ArchiveCheck() {}

  public static void check(Path file) throws IOException {
    if (OfficeEntries.isOffice(file)) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
    requireHarmless(file);
  }

  /** For every kind that is an archive by its format; blocking, reads all of it. */
  public static void requireHarmless(Path file) throws IOException {
    open(file, new Unpacker(file), 1);
  }

  /** {@code depth}: 1 for the uploaded file itself. */
  static void open(Path file, Unpacker unpacker, int depth) throws IOException {
    try {
      opened(file, unpacker, depth);
    } catch (UnsupportedZipFeatureException | UnsupportedOptionsException | LinkageError e) {
      // Native libraries are missing on systems that they do not support.
      throw FileRefusal.unknownMethod();
    } catch (MemoryLimitException | org.tukaani.xz.MemoryLimitException e) {
      throw FileRefusal.largeDictionary();
    } catch (IOException e) {
      if (isUnknownMethod(e)) {
        throw FileRefusal.unknownMethod();
      }
      throw e;
    }
  }

  private static boolean isUnknownMethod(IOException e) {
    return e.getMessage() != null && UNKNOWN_METHOD.matcher(e.getMessage()).lookingAt();
  }

  private static void opened(Path file, Unpacker unpacker, int depth) throws IOException {
    Signature signature =
        Signature.of(file).orElseThrow(() -> FileRefusal.because(FileReason.DAMAGED));
    switch (signature) {
      case ZIP, EMPTY_ZIP -> ZipCheck.open(file, unpacker, depth);
      case SEVEN_ZIP -> SevenZipCheck.open(file, unpacker, depth);
      case RAR -> rar(file, unpacker, depth);
      case JPEG, PNG, GIF, WEBP, PDF, OLE -> throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static void rar(Path file, Unpacker unpacker, int depth) throws IOException {
    try (Archive archive = new Archive(file.toFile())) {
      if (archive.isEncrypted()) {
        throw FileRefusal.because(FileReason.ENCRYPTED);
      }
      for (FileHeader header : archive.getFileHeaders()) {
        rarEntry(archive, header, unpacker, depth);
      }
    } catch (UnsupportedRarEncryptedException e) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    } catch (UnsupportedRarMethodException | UnsupportedRarVersionException e) {
      throw FileRefusal.unknownMethod();
    } catch (UnsupportedDictionarySizeException e) {
      throw FileRefusal.largeDictionary();
    } catch (RarException e) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static void rarEntry(Archive archive, FileHeader header, Unpacker unpacker, int depth)
      throws IOException {
    unpacker.count(depth);
    if (header.isEncrypted()) {
      throw FileRefusal.because(FileReason.ENCRYPTED);
    }
    if (!header.isDirectory()) {
      try (InputStream in = archive.getInputStream(header)) {
        unpacker.drain(in, depth);
      }
    }
  }
}
