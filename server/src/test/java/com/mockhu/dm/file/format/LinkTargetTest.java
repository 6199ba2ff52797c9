package com.mockhu.dm.file.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where links lead, however they are written. */
class LinkTargetTest {

  @ParameterizedTest
  @CsvSource({
    "C:\\Users\\a.dotm, local",
    "c:/users/a.dotm, local",
    "a.dotm, local",
    "../a.dotm, local",
    "/Users/mia/a.dotm, local",
    "file:///C:/a.dotm, local",
    "file:///C|/a.dotm, local",
    "file:/C:/a.dotm, local",
    "file:C:/a.dotm, local",
    "file:///Users/mia/a.dotm, local",
    "file://localhost/Users/mia/a.dotm, local",
    "FILE:///C:\\a%20b.dotm, local",
    "100%.dotm, local",
    "file:///C:\\Book1.xlsx!Sheet1!R1C1, local",
    "\\\\host\\share\\a.dotm, share",
    "//host/share/a.dotm, share",
    "\\/host\\share, share",
    "file://host/a.dotm, share",
    "file:////host/a.dotm, share",
    "file:\\\\host\\a.dotm, share",
    "file:///\\\\host\\a.dotm, share",
    "file:///%5C%5Chost/a.dotm, share",
    "file:///%255C%255Chost/a.dotm, share",
    "'\t\\\\host\\a', share",
    "\u200B//host/a, share",
    "http://host/a.dotm, elsewhere",
    "https:a.dotm, elsewhere",
    "ms-word:ofe|u|http://host/a, elsewhere",
    "mhtml:http://host/a!x, elsewhere"
  })
  void a_target_is_on_this_disk_on_a_share_or_elsewhere(String target, String where) {
    assertEquals(where.equals("share"), LinkTarget.isShare(target));
    assertEquals(where.equals("local"), LinkTarget.isLocal(target));
  }
}
