package com.mockhu.dm.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import java.util.UUID;
import java.util.regex.Pattern;

/** A person with an account and a browser: actions on the page, and its content. */
public final class Member {
  public static final String PASSWORD = "correct horse";

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
  public static Member joins(Visitor visitor, Campus campus, String name) {
    String username = name.toLowerCase() + UUID.randomUUID().toString().substring(0, 8);
    ClientTab tab = visitor.opensClient("{}");
    tab.runs(
        "await client.signUp({username: '%s', fullName: '%s', password: '%s'}); client.close()"
            .formatted(username, name, PASSWORD));
    UUID id = UUID.fromString(tab.value("client.session.user.id").asText());
    Person person = campus.knows(id, username);
    return new Member(visitor, tab.page(), person, "http://127.0.0.1:" + campus.port());
  }

  public Visitor visitor() {
    return visitor;
  }

  public Page page() {
    return page;
  }

  /** The same one, by the API. */
  public Person person() {
    return person;
  }

  public Member goesTo(String path) {
    page.navigate(origin + path);
    return this;
  }

  /** Goes to a conversation by its address, and waits until its messages are there. */
  public Member opens(String conversation) {
    goesTo("/c/" + conversation);
    return waitsForMessages();
  }

  Member waitsForMessages() {
    assertThat(composer()).isVisible();
    assertThat(log().locator(".beginning, [role=article]").first()).isVisible();
    return this;
  }

  /** Has no page of the messenger open. */
  public Member leaves() {
    page.navigate("about:blank");
    return this;
  }

  public Member reloads() {
    page.reload();
    return waitsForMessages();
  }

  public Locator composer() {
    return page.locator("#composer-text");
  }

  public Member types(String text) {
    composer().pressSequentially(text);
    return this;
  }

  public Member presses(String key) {
    page.keyboard().press(key);
    return this;
  }

  public Member sends(String text) {
    composer().fill(text);
    composer().press("Enter");
    return this;
  }

  public Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  /** All messages that are elements at the moment. */
  public Locator messages() {
    return log().getByRole(AriaRole.ARTICLE);
  }

  public Locator message(String text) {
    return messages().filter(new Locator.FilterOptions().setHasText(text));
  }

  /** A button, link, dialog or whatever else has a role and a name. */
  public Locator the(AriaRole role, String name) {
    return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator button(String name) {
    return the(AriaRole.BUTTON, name);
  }

  public Member clicks(String button) {
    button(button).click();
    return this;
  }

  public Member sees(String text) {
    assertThat(message(text)).isVisible();
    return this;
  }

  public Member seesNo(String text) {
    assertThat(message(text)).hasCount(0);
    return this;
  }

  /** Sees how far a message of their own got. */
  public Member seesAs(String text, String status) {
    assertThat(message(text).getByRole(AriaRole.IMG, named(status))).isVisible();
    return this;
  }

  /** Sees that the server has it, however far it got since. */
  public Member seesSent(String text) {
    var name = new Locator.GetByRoleOptions().setName(Pattern.compile("^(Sent|Delivered|Read)$"));
    assertThat(message(text).getByRole(AriaRole.IMG, name)).isVisible();
    return this;
  }

  /** Sees that it is on this side still, however long it has been there. */
  public Member seesUnsent(String text) {
    var name =
        new Locator.GetByRoleOptions().setName(Pattern.compile("^(Waiting to send|Not sent)$"));
    assertThat(message(text).getByRole(AriaRole.IMG, name)).isVisible();
    return this;
  }

  /** Opens the options of a message and chooses one. */
  public Member chooses(String option, String message) {
    message(message).hover();
    message(message).getByRole(AriaRole.BUTTON, named("Message options")).click();
    the(AriaRole.MENUITEM, option).click();
    return this;
  }

  /** Another window covers this one, or comes back from over it. */
  public Member looks(boolean here) {
    page.evaluate(
        "(here) => { document.hasFocus = () => here;"
            + "dispatchEvent(new Event(here ? 'focus' : 'blur')); }",
        here);
    return this;
  }

  public static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
