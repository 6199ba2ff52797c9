package com.mockhu.dm.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.Campus;
import com.mockhu.dm.support.Person;
import java.util.UUID;
import java.util.regex.Pattern;

/** Someone with an account and a browser: what they do with the page, and what they see on it. */
final class Member {
  static final String PASSWORD = "correct horse";

  private final Visitor visitor;
  private final Page page;
  private final Person person;
  private final String origin;

  private Member(Visitor visitor, Page page, Person person, String origin) {
    this.visitor = visitor;
    this.page = page;
    this.person = person;
    this.origin = origin;
  }

  /** By the client library, which is quicker than a form. */
  static Member joins(Visitor visitor, Campus campus, String name) {
    String username = name.toLowerCase() + UUID.randomUUID().toString().substring(0, 8);
    ClientTab tab = visitor.opensClient("{}");
    tab.runs(
        "await client.signUp({username: '%s', fullName: '%s', password: '%s'}); client.close()"
            .formatted(username, name, PASSWORD));
    UUID id = UUID.fromString(tab.value("client.session.user.id").asText());
    Person person = campus.knows(id, username);
    return new Member(visitor, tab.page(), person, "http://127.0.0.1:" + campus.port());
  }

  Visitor visitor() {
    return visitor;
  }

  Page page() {
    return page;
  }

  /** The same one, by the API. */
  Person person() {
    return person;
  }

  Member goesTo(String path) {
    page.navigate(origin + path);
    return this;
  }

  /** Goes to a conversation by its address, and waits until its messages are there. */
  Member opens(String conversation) {
    goesTo("/c/" + conversation);
    return waitsForMessages();
  }

  Member waitsForMessages() {
    assertThat(composer()).isVisible();
    assertThat(log().locator(".beginning, [role=article]").first()).isVisible();
    return this;
  }

  /** Has no page of the messenger open. */
  Member leaves() {
    page.navigate("about:blank");
    return this;
  }

  Member reloads() {
    page.reload();
    return waitsForMessages();
  }

  Locator composer() {
    return page.locator("#composer-text");
  }

  Member types(String text) {
    composer().pressSequentially(text);
    return this;
  }

  Member presses(String key) {
    page.keyboard().press(key);
    return this;
  }

  Member sends(String text) {
    composer().fill(text);
    composer().press("Enter");
    return this;
  }

  Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  /** All messages that are elements at the moment. */
  Locator messages() {
    return log().getByRole(AriaRole.ARTICLE);
  }

  Locator message(String text) {
    return messages().filter(new Locator.FilterOptions().setHasText(text));
  }

  /** A button, link, dialog or whatever else has a role and a name. */
  Locator the(AriaRole role, String name) {
    return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return the(AriaRole.BUTTON, name);
  }

  Member clicks(String button) {
    button(button).click();
    return this;
  }

  Member sees(String text) {
    assertThat(message(text)).isVisible();
    return this;
  }

  Member seesNo(String text) {
    assertThat(message(text)).hasCount(0);
    return this;
  }

  /** Sees how far a message of their own got. */
  Member seesAs(String text, String status) {
    assertThat(message(text).getByRole(AriaRole.IMG, named(status))).isVisible();
    return this;
  }

  /** Sees that the server has it, however far it got since. */
  Member seesSent(String text) {
    var name = new Locator.GetByRoleOptions().setName(Pattern.compile("^(Sent|Delivered|Read)$"));
    assertThat(message(text).getByRole(AriaRole.IMG, name)).isVisible();
    return this;
  }

  /** Sees that it is on this side still, however long it has been there. */
  Member seesUnsent(String text) {
    var name =
        new Locator.GetByRoleOptions().setName(Pattern.compile("^(Waiting to send|Not sent)$"));
    assertThat(message(text).getByRole(AriaRole.IMG, name)).isVisible();
    return this;
  }

  /** Opens the options of a message and chooses one. */
  Member chooses(String option, String message) {
    message(message).hover();
    message(message).getByRole(AriaRole.BUTTON, named("Message options")).click();
    the(AriaRole.MENUITEM, option).click();
    return this;
  }

  /** Another window covers this one, or comes back from over it. */
  Member looks(boolean here) {
    page.evaluate(
        "(here) => { document.hasFocus = () => here;"
            + "dispatchEvent(new Event(here ? 'focus' : 'blur')); }",
        here);
    return this;
  }

  static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
