package com.mockhu.dm.web.browser;

import com.mockhu.dm.support.person.Person;

/** People in front of the messenger, each with a browser of their own. */
public abstract class MessengerTest extends BrowserTest {
  /** Signed in, at the list of chats. */
  protected Messenger messenger(Person person) {
    return messenger(person, "/");
  }

  protected Messenger messenger(Person person, String path) {
    return Messenger.of(visitor(), person, path);
  }
}
