package com.mockhu.dm.file.type;

import java.util.List;
import java.util.Optional;

/** All accepted kinds of files; stored files get the first extension. */
public enum Kind {
  JPEG(Category.IMAGE, "image/jpeg", "jpg", "jpeg", "jfif", "jpe"),
  PNG(Category.IMAGE, "image/png", "png"),
  GIF(Category.IMAGE, "image/gif", "gif"),
  WEBP(Category.IMAGE, "image/webp", "webp"),
  PDF(Category.DOCUMENT, "application/pdf", "pdf"),
  DOC(Category.DOCUMENT, "application/msword", "doc"),
  XLS(Category.DOCUMENT, "application/vnd.ms-excel", "xls"),
  PPT(Category.DOCUMENT, "application/vnd.ms-powerpoint", "ppt"),
  DOCX(
      Category.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "docx"),
  XLSX(
      Category.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xlsx"),
  PPTX(
      Category.DOCUMENT,
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "pptx"),
  TXT(Category.DOCUMENT, "text/plain", "txt"),
  ZIP(Category.ARCHIVE, "application/zip", "zip"),
  RAR(Category.ARCHIVE, "application/x-rar-compressed", "rar"),
  SEVEN_ZIP(Category.ARCHIVE, "application/x-7z-compressed", "7z"),
  CSV(Category.DATA, "text/csv", "csv"),
  JSON(Category.DATA, "application/json", "json"),
  XML(Category.DATA, "application/xml", "xml");

  private final Category category;
  private final String mimeType;
  private final List<String> extensions;

  Kind(Category category, String mimeType, String... extensions) {
    this.category = category;
    this.mimeType = mimeType;
    this.extensions = List.of(extensions);
  }

  /** {@code extension} in lower case, without its dot. */
  static Optional<Kind> ofExtension(String extension) {
    for (Kind kind : values()) {
      if (kind.extensions.contains(extension)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public Category category() {
    return category;
  }

  public boolean isImage() {
    return category == Category.IMAGE;
  }

  public String mimeType() {
    return mimeType;
  }

  /** In lower case, without dots. */
  public List<String> extensions() {
    return extensions;
  }

  public String extension() {
    return extensions.getFirst();
  }
}
