package com.mockhu.dm.support.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDPageAdditionalActions;

/** Documents and archives made for a test. */
public final class Papers {
  private static final String TYPES =
      "<Types><Override PartName=\"/x\" ContentType=\"application/vnd.openxmlformats-officedocument.%s\"/></Types>";

  private Papers() {}

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] pdf() {
    return pdf(null, null);
  }

  public static byte[] pdfWithScript() {
    return pdf(new PDActionJavaScript("app.alert(1)"), null);
  }

  public static byte[] pdfThatStartsPrograms() {
    return pdf(new PDActionLaunch(), null);
  }

  public static byte[] pdfWithPassword() {
    return pdf(null, "secret");
  }

  public static byte[] pdfWithActionOnPage() {
    return pdf(
        document -> {
          PDPageAdditionalActions actions = new PDPageAdditionalActions();
          actions.setO(new PDActionJavaScript("app.alert(1)"));
          document.getPage(0).setActions(actions);
        });
  }

  public static byte[] pdfWithFile(String name) {
    return pdf(
        document -> {
          PDComplexFileSpecification file = new PDComplexFileSpecification();
          file.setFile(name);
          file.setEmbeddedFile(
              new PDEmbeddedFile(document, new ByteArrayInputStream(text("content"))));
          PDEmbeddedFilesNameTreeNode names = new PDEmbeddedFilesNameTreeNode();
          names.setNames(Map.of(name, file));
          PDDocumentNameDictionary all =
              new PDDocumentNameDictionary(document.getDocumentCatalog());
          all.setEmbeddedFiles(names);
          document.getDocumentCatalog().setNames(all);
        });
  }

  private interface Change {
    void to(PDDocument document) throws IOException;
  }

  private static byte[] pdf(Change change) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      change.to(document);
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] tar(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      out.putArchiveEntry(entry);
      out.write(content);
      out.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] pdf(PDAction action, String password) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      if (action != null) {
        document.getDocumentCatalog().setOpenAction(action);
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] docx() {
    return zip(docxParts());
  }

  public static byte[] docxWithMacros() {
    Map<String, byte[]> parts = docxParts();
    parts.put("word/vbaProject.bin", text("macro"));
    return zip(parts);
  }

  /** {@code attributes} of the one relationship of its settings. */
  public static byte[] docxReferringTo(String attributes) {
    Map<String, byte[]> parts = docxParts();
    parts.put(
        "word/_rels/settings.xml.rels",
        text("<Relationships><Relationship " + attributes + "/></Relationships>"));
    return zip(parts);
  }

  public static byte[] xlsxWithMacroSheet() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", text(TYPES.formatted("spreadsheetml.sheet.main+xml")));
    parts.put("xl/workbook.xml", text("<workbook/>"));
    parts.put("xl/macrosheets/sheet1.xml", text("<macrosheet/>"));
    return zip(parts);
  }

  private static Map<String, byte[]> docxParts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", text(TYPES.formatted("wordprocessingml.document.main+xml")));
    parts.put("word/document.xml", text("<document/>"));
    return parts;
  }

  public static byte[] xlsx() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", text(TYPES.formatted("spreadsheetml.sheet.main+xml")));
    parts.put("xl/workbook.xml", text("<workbook/>"));
    return zip(parts);
  }

  public static byte[] pptx() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", text(TYPES.formatted("presentationml.presentation.main+xml")));
    parts.put("ppt/presentation.xml", text("<presentation/>"));
    return zip(parts);
  }

  public static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] zipWithEntries(int count) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      entries.put("entry-" + i, new byte[0]);
    }
    return zip(entries);
  }

  /** A text, in a ZIP, in a ZIP … */
  public static byte[] nested(int archives) {
    byte[] content = text("the innermost");
    for (int i = 0; i < archives; i++) {
      content = zip("inner-" + i + (i == 0 ? ".txt" : ".zip"), content);
    }
    return content;
  }

  /** Marks its entry as encrypted. */
  public static byte[] zipWithPassword() {
    byte[] zip = zip("secret.txt", text("secret"));
    for (int i = 0; i + 10 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1) {
        zip[i + 8] |= 1;
      }
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3) {
        zip[i + 6] |= 1;
      }
    }
    return zip;
  }

  public static byte[] sevenZip(byte[] content, String password) {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
      try (SevenZOutputFile out =
          password == null
              ? new SevenZOutputFile(channel)
              : new SevenZOutputFile(channel, password.toCharArray())) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName("notes.txt");
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
      return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RAR 4, stored; {@code flags} of its only file. */
  public static byte[] rar(String content, int flags) {
    byte[] data = text(content);
    byte[] name = text("notes.txt");
    CRC32 crc = new CRC32();
    crc.update(data);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
    bytes.writeBytes(
        rarBlock(little(11).put((byte) 0x73).putShort((short) 0).putShort((short) 13)));
    ByteBuffer file = little(30 + name.length);
    file.put((byte) 0x74).putShort((short) (0x8000 | flags)).putShort((short) (32 + name.length));
    file.putInt(data.length).putInt(data.length).put((byte) 3).putInt((int) crc.getValue());
    file.putInt(0x5A000000).put((byte) 20).put((byte) 0x30).putShort((short) name.length);
    bytes.writeBytes(rarBlock(file.putInt(0x81A4).put(name)));
    bytes.writeBytes(data);
    bytes.writeBytes(new byte[] {(byte) 0xC4, 0x3D, 0x7B, 0, 0x40, 7, 0});
    return bytes.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] rarBlock(ByteBuffer content) {
    CRC32 crc = new CRC32();
    crc.update(content.array());
    return little(content.capacity() + 2)
        .putShort((short) crc.getValue())
        .put(content.array())
        .array();
  }

  /** An office file of the older kind with nothing in it but the names of its streams. */
  public static byte[] compound(String... names) {
    ByteBuffer file = little(512 * 3);
    file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    file.put(new byte[] {(byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
    file.putShort(30, (short) 9).putInt(44, 1).putInt(48, 1).putInt(68, -2).putInt(76, 0);
    file.putInt(512, -3).putInt(516, -2);
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i].getBytes(StandardCharsets.UTF_16LE);
      int at = 1024 + i * 128;
      file.put(at, name).putShort(at + 64, (short) (name.length + 2)).put(at + 66, (byte) 2);
    }
    return file.array();
  }
}
