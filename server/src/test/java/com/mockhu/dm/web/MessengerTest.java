package com.mockhu.dm.web;

import com.mockhu.dm.support.Person;

/** People in front of the messenger, each with a browser of their own. */
abstract class MessengerTest extends BrowserTest {
  /** Signed in, at the list of chats. */
  Messenger messenger(Person person) {
    return messenger(person, "/");
  }

  Messenger messenger(Person person, String path) {
    return Messenger.of(visitor(), person, path);
  }
}
