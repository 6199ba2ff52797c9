package com.mockhu.dm.attachment.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Plain text, and the data formats written in it. */
final class TextCheck {
  private static final int OPENING = 256;

  /** Texts that programs would run. */
  private static final List<String> PROGRAMS =
      List.of("#!", "<!doctype html", "<html", "<script", "<svg", "<?php");

  private static final JsonFactory JSON = new JsonFactory();

  /** Knows neither document types nor entities; safe to share once it is made. */
  static final XMLInputFactory XML = factory();

  private TextCheck() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  static void text(Path file) throws IOException {
    read(file, character -> {});
  }

  /** RFC 4180: a quoted field must end. */
  static void csv(Path file) throws IOException {
    Quotes quotes = new Quotes();
    read(file, quotes);
    if (quotes.isInside) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  static void json(Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      int values = 0;
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        values += depth == 0 ? 1 : 0;
      }
      if (values != 1) {
        throw FileRefusal.because(FileReason.DAMAGED);
      }
    }
  }

  static void xml(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader reader = XML.createXMLStreamReader(in);
      boolean isRoot = true;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw FileRefusal.because(FileReason.DOCUMENT_TYPE);
        }
        if (event == XMLStreamConstants.START_ELEMENT && isRoot) {
          isRoot = false;
          refuseOtherFormats(reader.getLocalName());
        }
      }
    } catch (XMLStreamException e) {
      throw FileRefusal.because(FileReason.DAMAGED);
    }
  }

  private static void refuseOtherFormats(String root) {
    if (root.equalsIgnoreCase("svg") || root.equalsIgnoreCase("html")) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }

  private interface Characters {
    void take(char character);
  }

  private static final class Quotes implements Characters {
    private boolean isInside;
    private boolean isAtStart = true;

    @Override
    public void take(char character) {
      if (character == '"' && (isInside || isAtStart)) {
        // A doubled quote leaves and enters again.
        isInside = !isInside;
        isAtStart = !isInside;
      } else {
        isAtStart =
            !isInside && (character == ',' || character == ';' || character == '\t')
                || !isInside && (character == '\n' || character == '\r');
      }
    }
  }

  private static void read(Path file, Characters characters) throws IOException {
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), charset(file))) {
      char[] chunk = new char[8192];
      boolean isOpening = true;
      for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
        if (isOpening) {
          refusePrograms(new String(chunk, 0, Math.min(count, OPENING)));
          isOpening = false;
        }
        for (int i = 0; i < count; i++) {
          requireText(chunk[i]);
          characters.take(chunk[i]);
        }
      }
    }
  }

  /** Older text is in some one-byte encoding: any will do to look for control characters. */
  private static Charset charset(Path file) throws IOException {
    byte[] head = FileCheck.head(file);
    boolean isWide =
        head.length >= 2
            && ((head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF
                || (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE);
    return isWide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
  }

  private static void refusePrograms(String opening) {
    // The byte order mark of UTF-8, as it looks byte by byte.
    String start =
        opening.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
    if (PROGRAMS.stream().anyMatch(start::startsWith)) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }

  private static void requireText(char character) {
    boolean isControl = character < ' ' && "\t\n\r\f\u000B\u001B".indexOf(character) < 0;
    if (isControl || character == 0x7F) {
      throw FileRefusal.because(FileReason.CONTENT_MISMATCH);
    }
  }
}
