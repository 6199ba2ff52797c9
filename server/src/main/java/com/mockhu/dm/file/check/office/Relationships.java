package com.mockhu.dm.file.check.office;

import com.mockhu.dm.file.format.LinkTarget;
import com.mockhu.dm.file.format.XmlFile;
import com.mockhu.dm.file.type.FileName;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.FileRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Checks the references of an office file's part to other parts and files (ECMA-376-2 §9.3). */
final class Relationships implements XmlFile.Visitor {
  /** Last words of types whose target is opened together with the file, and may run. */
  private static final Set<String> LOADED =
      Set.of("attachedtemplate", "oleobject", "package", "frame", "subdocument", "afchunk");

  /** ActiveX: code on the reader's system that gets settings from the file. */
  private static final Set<String> CONTROLS =
      Set.of("control", "activexcontrol", "activexcontrolbinary");

  /** Followed only on a click; pictures and all others are loaded at once. */
  private static final Set<String> ASKED_FOR =
      Set.of("hyperlink", "externallinkpath", "externallinklongpath");

  private static final Set<String> MACROS =
      Set.of("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet");

  private Relationships() {}

  /** With a parser: XML can express the same in many ways. */
  static void check(InputStream part) throws IOException {
    XmlFile.read(part, new Relationships());
  }

  @Override
  public void start(XMLStreamReader element) {
    String type = element.getAttributeValue(null, "Type");
    if (type == null) {
      return;
    }
    String last = type.substring(type.lastIndexOf('/') + 1).strip().toLowerCase(Locale.ROOT);
    if (MACROS.contains(last)) {
      throw FileRefusal.because(FileReason.MACROS);
    }
    if (CONTROLS.contains(last)) {
      throw FileRefusal.because(FileReason.ACTIVE_CONTENT);
    }
    String target = element.getAttributeValue(null, "Target");
    if (isOutside(element) && target != null && isDangerous(last, target)) {
      throw FileRefusal.because(FileReason.REMOTE_CONTENT);
    }
  }

  private static boolean isOutside(XMLStreamReader element) {
    String mode = element.getAttributeValue(null, "TargetMode");
    return mode != null && mode.strip().equalsIgnoreCase("External");
  }

  /** A path on the author's own disk is harmless: other readers do not have the file. */
  private static boolean isDangerous(String type, String target) {
    return LOADED.contains(type)
        ? !LinkTarget.isLocal(target) || FileName.isDangerous(target)
        : !ASKED_FOR.contains(type) && LinkTarget.isShare(target);
  }
}
