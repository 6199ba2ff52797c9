package com.mockhu.dm.bench.wire.xmpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class XmlTest {
  private static final String MESSAGE =
      "<message to='a@b/c'><delay/><body>5 &gt; 4</body><x><y>z</y></x></message>";

  @Test
  void an_element_ends_with_its_own_closing_tag() {
    assertEquals(MESSAGE.length(), end(MESSAGE + "<iq/>"));
  }

  @Test
  void an_element_that_has_not_all_arrived_has_no_end() {
    for (int length = 0; length < MESSAGE.length(); length++) {
      assertEquals(-1, end(MESSAGE.substring(0, length)), MESSAGE.substring(0, length));
    }
  }

  @Test
  void the_stream_itself_is_not_waited_for() {
    String header = "<stream:stream id='1' xmlns='jabber:client'>";
    assertEquals(header.length(), end(header + "<stream:features><bind/></stream:features>"));
  }

  @Test
  void a_text_is_found_behind_one_that_begins_like_it() {
    byte[] bytes = Xml.bytes("<bo<body>");
    assertEquals(3, Xml.find(bytes, 0, bytes.length, Xml.bytes("<body>")));
  }

  private static int end(String text) {
    byte[] bytes = Xml.bytes(text);
    return Xml.end(bytes, 0, bytes.length);
  }
}
