package com.mockhu.dm.file.check;

import com.mockhu.dm.file.check.archive.ArchiveCheck;
import com.mockhu.dm.file.check.office.LegacyOffice;
import com.mockhu.dm.file.check.office.OfficeCheck;
import com.mockhu.dm.file.check.pdf.PdfCheck;
import com.mockhu.dm.file.check.pdf.PdfHeader;
import com.mockhu.dm.file.format.DocumentTypeException;
import com.mockhu.dm.file.format.TooComplexException;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.file.type.Signature;
import com.mockhu.dm.platform.error.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at a file's content: is it what its name says, and may it come in? */
public final class FileCheck {
  private FileCheck() {}

  /**
   * Blocking; reads the whole file where its kind asks for it.
   *
   * @throws ApiException {@code file_refused} with the reason
   */
  public static void check(Path file, Kind kind) {
    try {
      checked(file, kind, signature(file, kind));
    } catch (TooComplexException e) {
      throw FileRefusal.because(FileReason.TOO_COMPLEX);
    } catch (DocumentTypeException e) {
      throw FileRefusal.because(FileReason.DOCUMENT_TYPE);
    } catch (IOException | IllegalArgumentException e) {
      // Whatever a reader stumbles over is in the file.
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static Optional<Signature> signature(Path file, Kind kind) throws IOException {
    Optional<Signature> first = Signature.of(file);
    boolean isLater = first.isEmpty() && kind == Kind.PDF && PdfHeader.offset(file) >= 0;
    return isLater ? Optional.of(Signature.PDF) : first;
  }

  private static void checked(Path file, Kind kind, Optional<Signature> found) throws IOException {
    require(found.orElse(null), kind);
    requireOne(file, kind);
    switch (kind) {
      case JPEG, PNG, GIF, WEBP -> {}
      case PDF -> PdfCheck.check(file);
      case DOC, XLS, PPT -> LegacyOffice.check(file, kind);
      case DOCX, XLSX, PPTX -> OfficeCheck.check(file, kind);
      case ZIP, RAR, SEVEN_ZIP -> ArchiveCheck.check(file);
      case TXT -> TextCheck.text(file);
      case CSV -> TextCheck.csv(file);
      case JSON -> DataCheck.json(file);
      case XML -> DataCheck.xml(file);
    }
  }

  private static void require(Signature found, Kind kind) {
    boolean agrees =
        switch (kind) {
          case JPEG -> found == Signature.JPEG;
          case PNG -> found == Signature.PNG;
          case GIF -> found == Signature.GIF;
          case WEBP -> found == Signature.WEBP;
          case PDF -> found == Signature.PDF;
          case DOC, XLS, PPT -> found == Signature.OLE;
          // An encrypted one is an OLE file around the real one; its check says so.
          case DOCX, XLSX, PPTX -> found == Signature.ZIP || found == Signature.OLE;
          case ZIP -> found == Signature.ZIP || found == Signature.EMPTY_ZIP;
          case RAR -> found == Signature.RAR;
          case SEVEN_ZIP -> found == Signature.SEVEN_ZIP;
          case TXT, CSV, JSON, XML -> found == null;
        };
    if (!agrees) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }

  /** Another file behind the end would come in under this one's name. Pictures are made anew. */
  private static void requireOne(Path file, Kind kind) throws IOException {
    boolean isKept =
        switch (kind) {
          case PDF, DOC, XLS, PPT, RAR, SEVEN_ZIP -> true;
          case JPEG, PNG, GIF, WEBP, DOCX, XLSX, PPTX, ZIP, TXT, CSV, JSON, XML -> false;
        };
    if (isKept && Tail.isArchive(file)) {
      throw FileRefusal.because(FileReason.TWO_KINDS);
    }
  }
}
