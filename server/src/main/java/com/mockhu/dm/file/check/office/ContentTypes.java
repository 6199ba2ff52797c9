package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.format.XmlFile;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of an office file with their types (ECMA-376-2 §10.1.2). */
final class ContentTypes implements XmlFile.Visitor {
  private static final String NAME = "[content_types].xml";
  private static final Set<String> MACROS =
      Set.of("macroenabled", "vbaproject", "vbadata", "macrosheet");

  private final Set<String> all = new HashSet<>();
  private final Map<String, String> ofParts = new HashMap<>();

  private ContentTypes() {}

  /** All entries of this name count, since readers differ in which one they use. */
  static ContentTypes of(ZipFile zip) throws IOException {
    ContentTypes types = new ContentTypes();
    var entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (isList(entry.getName())) {
        try (InputStream in = zip.getInputStream(entry)) {
          XmlFile.read(in, types);
        }
      }
    }
    return types;
  }

  static boolean isList(String entry) {
    return plain(entry).equals(NAME);
  }

  /** For comparing entries with references: without a leading slash, in lower case. */
  private static String plain(String part) {
    String name = part.replace('\\', '/').toLowerCase(Locale.ROOT);
    return name.startsWith("/") ? name.substring(1) : name;
  }

  @Override
  public void start(XMLStreamReader element) {
    String type = element.getAttributeValue(null, "ContentType");
    if (type != null) {
      String lower = type.toLowerCase(Locale.ROOT);
      all.add(lower);
      String part = element.getAttributeValue(null, "PartName");
      ofParts.put(part == null ? "" : plain(part), lower);
    }
  }

  /**
   * @throws com.mockhu.dm.platform.error.ApiException for macros and ActiveX controls
   */
  void refuseActive() {
    if (all.stream().anyMatch(type -> MACROS.stream().anyMatch(type::contains))) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    if (all.stream().anyMatch(type -> type.contains("activex"))) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
  }

  boolean has(String words) {
    return all.stream().anyMatch(type -> type.contains(words));
  }

  /** Whether the part may contain DDE: text with fields, or a link to other data. */
  boolean mayHaveFields(String entry) {
    String name = plain(entry);
    String type = ofParts.getOrDefault(name, "");
    return type.contains("wordprocessingml")
        || type.contains("externallink")
        || name.endsWith(".xml") && name.startsWith("word/")
        || name.endsWith(".xml") && name.startsWith("xl/externallinks/");
  }
}
