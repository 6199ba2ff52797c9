package com.mockhu.dm.support.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An office file made part by part. */
public final class OfficeFile {
  private static final String TYPES = "[Content_Types].xml";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private OfficeFile(String type, String main) {
    with(TYPES, "<Types><Override PartName='/" + main + "' ContentType='" + type + "'/></Types>");
    with(main, "<main/>");
  }

  public static OfficeFile docx() {
    return new OfficeFile(WORD, "word/document.xml");
  }

  public static OfficeFile xlsx() {
    return new OfficeFile(EXCEL, "xl/workbook.xml");
  }

  public OfficeFile with(String part, byte[] content) {
    parts.put(part, content);
    return this;
  }

  public OfficeFile with(String part, String content) {
    return with(part, content.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code type} as it stands in the XML, escapes and all. */
  public OfficeFile withType(String type) {
    String types = new String(parts.get(TYPES), StandardCharsets.UTF_8);
    String more = "<Default Extension='bin' ContentType='" + type + "'/></Types>";
    return with(TYPES, types.replace("</Types>", more));
  }

  public OfficeFile withTypesIn(java.nio.charset.Charset charset, String declaration) {
    String types = new String(parts.get(TYPES), StandardCharsets.UTF_8);
    return with(TYPES, (declaration + types).getBytes(charset));
  }

  /** {@code kind}: the last word of the relationship's type. */
  public OfficeFile linking(String part, String kind, String target) {
    return with(
        part,
        relationships("TargetMode='External' Target='" + target + "' Type='http://x/" + kind));
  }

  public OfficeFile relating(String kind, String target) {
    return with(
        "word/_rels/document.xml.rels",
        relationships("Target='" + target + "' Type='http://x/" + kind));
  }

  public OfficeFile withLinks(int count) {
    String links =
        IntStream.range(0, count)
            .mapToObj(i -> Long.toString(i * 0x9E3779B97F4A7C15L, 36))
            .collect(
                Collectors.joining(
                    "&amp;b=1&amp;c=2'/><Relationship TargetMode='External' Type='http://x/hyperlink'"
                        + " Target='https://example.org/?a="));
    return with(
        "word/_rels/document.xml.rels",
        relationships("Type='http://x/hyperlink' Target='https://example.org/?a=" + links));
  }

  private static String relationships(String attributes) {
    return "<Relationships><Relationship " + attributes + "'/></Relationships>";
  }

  /** A text with one field, whose code stands in several pieces. */
  public OfficeFile withField(String... pieces) {
    StringBuilder text = new StringBuilder("<w:d xmlns:w='w'><w:fldChar w:fldCharType='begin'/>");
    for (String piece : pieces) {
      text.append("<w:r><w:instrText>").append(piece).append("</w:instrText></w:r>");
    }
    return with("word/document.xml", text + "<w:fldChar w:fldCharType='end'/></w:d>");
  }

  public byte[] bytes() {
    return Papers.zip(parts);
  }
}
