package com.mockhu.dm.bench.wire.xmpp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** An account on {@code localhost}, and its sign-in stanzas. */
public record Account(String name, String password, String resource) {
  private static final String HOST = "localhost";
  private static final String RESOURCE = "bench";

  public Account(String name, String password) {
    this(name, password, RESOURCE);
  }

  /** The same person on another device. */
  public Account on(String device) {
    return new Account(name, password, device);
  }

  /** The address of the account. */
  public String bareAddress() {
    return name + "@" + HOST;
  }

  /** The address of one connection, which needs neither presence nor roster to be reached. */
  public String fullAddress() {
    return bareAddress() + "/" + resource;
  }

  String header() {
    return "<?xml version='1.0'?><stream:stream to='"
        + HOST
        + "' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
  }

  String authentication() {
    String plain = "\0" + name + "\0" + password;
    return "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
        + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8))
        + "</auth>";
  }

  String binding() {
    return "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>"
        + resource
        + "</resource></bind></iq>";
  }
}
