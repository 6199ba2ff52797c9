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

/** Checks that a file's content is what its name says, and that it is allowed. */
public final class FileCheck {
  private FileCheck() {}

  /**
   * Blocking; reads the whole file if its kind requires that.
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
      // A reader fails on the content of the file only.
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
      case DOC -> LegacyOffice.check(file, LegacyOffice.Application.WORD);
      case XLS -> LegacyOffice.check(file, LegacyOffice.Application.EXCEL);
      case PPT -> LegacyOffice.check(file, LegacyOffice.Application.POWERPOINT);
      case DOCX -> OfficeCheck.check(file, OfficeCheck.Application.WORD);
      case XLSX -> OfficeCheck.check(file, OfficeCheck.Application.EXCEL);
      case PPTX -> OfficeCheck.check(file, OfficeCheck.Application.POWERPOINT);
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
          // An encrypted file is an OLE file around the real one; its check refuses it as such.
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

  /** Refuses an archive appended to the file. Images need no check: they are encoded anew. */
  private static void requireOne(Path file, Kind kind) throws IOException {
    boolean isKept =
        switch (kind) {
          case PDF, DOC, XLS, PPT, RAR, SEVEN_ZIP -> true;
          case JPEG, PNG, GIF, WEBP, DOCX, XLSX, PPTX, ZIP, TXT, CSV, JSON, XML -> false;
        };
    if (isKept && TrailingZip.isArchive(file)) {
      throw FileRefusal.because(FileReason.TWO_KINDS);
    }
  }
}
