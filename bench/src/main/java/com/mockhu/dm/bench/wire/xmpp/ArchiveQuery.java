package com.mockhu.dm.bench.wire.xmpp;

/** Asks the archive for a page (XEP-0313, paged as in XEP-0059), and reads what comes. */
public final class ArchiveQuery {
  private static final byte[] MESSAGE = Xml.bytes("<message");
  private static final byte[] IQ = Xml.bytes("<iq");

  private ArchiveQuery() {}

  /**
   * The newest messages with a person before a place.
   *
   * @param before an id of the archive; empty for the newest of all
   */
  public static byte[] page(String with, int size, String before) {
    return Xml.bytes(
        """
        <iq type='set' id='page'><query xmlns='urn:xmpp:mam:2'>\
        <x xmlns='jabber:x:data' type='submit'>\
        <field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field>\
        <field var='with'><value>%s</value></field></x>\
        <set xmlns='http://jabber.org/protocol/rsm'><max>%d</max><before>%s</before></set>\
        </query></iq>"""
            .formatted(with, size, before));
  }

  public static boolean isMessage(byte[] bytes, int from, int to) {
    return Xml.startsWith(bytes, from, to, MESSAGE);
  }

  /** Whether the page is complete with this stanza. */
  public static boolean isEnd(byte[] bytes, int from, int to) {
    return Xml.startsWith(bytes, from, to, IQ);
  }
}
