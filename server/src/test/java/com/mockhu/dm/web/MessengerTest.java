package com.mockhu.dm.web;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.mockhu.dm.support.Person;
import org.junit.jupiter.api.BeforeAll;

/** People in front of the messenger, each with a browser of their own. */
abstract class MessengerTest extends BrowserTest {
  @BeforeAll
  void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  /** Signed in, at the list of chats. */
  Messenger messenger(Person person) {
    return messenger(person, "/");
  }

  Messenger messenger(Person person, String path) {
    return Messenger.of(visitor(), person, path);
  }
}
