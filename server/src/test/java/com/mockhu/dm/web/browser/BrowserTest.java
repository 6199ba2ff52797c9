package com.mockhu.dm.web.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One server and one Chromium for the class; each person in the test has a browser of their own.
 */
@ExtendWith(ScreenReport.class)
public abstract class BrowserTest extends CampusTest {
  private static final Locale LOCALE = Locale.getDefault();

  private final List<Visitor> visitors = new ArrayList<>();

  /** The driver of the browser does not work in Turkish: it asks it for a "lınk". */
  @BeforeAll
  void speakPlainly() {
    Locale.setDefault(Locale.ROOT);
  }

  @AfterAll
  void speakAsBefore() {
    Locale.setDefault(LOCALE);
  }

  @BeforeAll
  void haveABrowser() {
    Browser.running();
  }

  /** All participants. */
  protected List<Visitor> visitors() {
    return List.copyOf(visitors);
  }

  /** A person with an empty browser. */
  protected Visitor visitor() {
    return visitor(new NewContextOptions());
  }

  /** A person with an empty browser of a certain kind: its size, its theme. */
  protected Visitor visitor(NewContextOptions options) {
    Visitor visitor = Visitor.enters(campus, options);
    visitors.add(visitor);
    return visitor;
  }

  /** A person whose browser has the service worker, which stores the page's files. */
  protected Visitor visitorWithWorker() {
    return visitor(new NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.ALLOW));
  }

  /** The client library alone, with the person's token from a host application. */
  protected ClientTab client(Person person) {
    return client(visitor(), person);
  }

  /** Another tab of the same browser. */
  protected ClientTab client(Visitor visitor, Person person) {
    return visitor.opensClient("{tokens: async () => '" + person.token() + "'}");
  }

  /** For state that reaches the server after the browser shows it. */
  protected static void eventually(String what, BooleanSupplier condition) {
    Patience.until(what, condition);
  }

  @AfterEach
  void closeBrowsers() {
    List<Visitor> all = List.copyOf(visitors);
    visitors.clear();
    all.forEach(Visitor::close);
  }
}
