package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Notifications, sounds and the number in the title. */
class NotificationTest extends MessengerTest {
  /** Records notifications and tones; a requested permission is granted. */
  private static final String RECORD =
      """
      globalThis.shown = [];
      globalThis.tones = 0;
      const kept = origin === 'null' ? {} : localStorage;
      let permission = kept.permission ?? 'default';
      globalThis.Notification = class {
        static get permission() { return permission; }
        static async requestPermission() {
          kept.permission = permission = 'granted';
          return permission;
        }
        constructor(title, options) { shown.push(this); Object.assign(this, options, {title}); }
        close() { this.closed = true; }
      };
      const make = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function () { tones += 1; return make.call(this); };
      """;

  private static final String ON_A_PHONE =
      """
      globalThis.shown = [];
      if (origin !== 'null') {
        localStorage.setItem('dm.notifications', 'true');
        globalThis.Notification = class {
          static permission = 'granted';
          constructor() { throw new TypeError('Illegal constructor.'); }
        };
        ServiceWorkerRegistration.prototype.showNotification = async (title, options) => {
          shown.push({title, ...options});
        };
      }
      """;

  private Visitor browser;

  private Messenger listening(Person person) {
    browser = visitor();
    browser.context().addInitScript(RECORD);
    Messenger screen = Messenger.of(browser, person, "/settings");
    screen.toggle("Notifications in this browser").click();
    assertThat(screen.toggle("Notifications in this browser")).isChecked();
    return screen;
  }

  /** Covers the page, as another tab does, or brings it back. */
  private static void hide(Page page, boolean hidden) {
    page.evaluate(
        "(hidden) => { for (const [name, value] of [['hidden', hidden],"
            + "['visibilityState', hidden ? 'hidden' : 'visible']])"
            + "Object.defineProperty(document, name, {value, configurable: true});"
            + "document.dispatchEvent(new Event('visibilitychange')); }",
        hidden);
  }

  private static Object all(Messenger screen) {
    return screen.page().evaluate("shown.map((each) => `${each.title}: ${each.body}`).join(', ')");
  }

  @Test
  void who_is_away_is_told_once_and_a_click_leads_to_the_chat() {
    String id = bob.sends("Before").to(alice).conversation();
    carol.sends("Elsewhere").to(alice);
    Messenger alices = listening(alice);
    bob.sends("In sight").to(alice);
    alices.row("bob. 2 unread messages. Last message: In sight. ").waitFor();
    hide(alices.page(), true);
    bob.sends("Out of sight").to(alice);
    alices.until("shown.length");
    carol.sends("And carol").to(alice);
    alices.until("shown.length === 2");
    assertEquals("bob: Out of sight, carol: And carol", all(alices));

    alices.page().evaluate("shown[0].onclick()");
    alices.log().getByText("Out of sight").waitFor();
    assertThat(alices.page()).hasURL(Pattern.compile(".*/c/" + id));
    hide(alices.page(), false);
    assertThat(alices.row("bob. Last message: Out of sight. ")).isVisible();
    assertEquals(true, alices.page().evaluate("shown[0].closed"));
    carol.opensConversationWith(alice);
    alice.readsAllOf(alice.inbox().with(carol).id());
    alices.until("shown[1].closed");
  }

  @Test
  void the_text_and_the_sound_can_be_left_out() {
    bob.sends("Before").to(alice);
    Messenger alices = listening(alice);
    hide(alices.page(), true);
    bob.sends("For all to see").to(alice);
    alices.until("shown.length === 1 && tones > 0");
    int tones = (int) alices.page().evaluate("tones");
    alices.toggle("Show message text").uncheck();
    alices.toggle("Sound").uncheck();
    bob.sends("For nobody").to(alice);
    alices.until("shown.length === 2");
    assertEquals("bob: For all to see, bob: New message", all(alices));
    assertEquals(tones, alices.page().evaluate("tones"));
    assertEquals(true, alices.page().evaluate("shown[1].silent"));
  }

  @Test
  void of_several_tabs_one_notifies_and_none_while_one_of_them_is_seen() {
    bob.sends("Before").to(alice);
    Messenger leads = listening(alice);
    Messenger other = new Messenger(browser.opens("/"));
    hide(leads.page(), true);
    bob.sends("Seen in the other").to(alice);
    other.row("bob. 2 unread messages. Last message: Seen in the other. ").waitFor();
    leads.row("bob. 2 unread messages. Last message: Seen in the other. ").waitFor();
    hide(other.page(), true);
    other.until(
        "navigator.locks.query().then(({held}) => held.every((each) => each.name !== 'dm.visible'))");
    bob.sends("Seen in none").to(alice);
    leads.until("shown.length");
    other.row("bob. 3 unread messages. Last message: Seen in none. ").waitFor();
    assertEquals("bob: Seen in none", all(leads));
    assertEquals("", all(other));
  }

  @Test
  void what_was_missed_in_a_break_is_told_once_for_each_chat() {
    bob.sends("Before").to(alice);
    Messenger alices = listening(alice);
    alices.row("bob. 1 unread message. ").waitFor();
    hide(alices.page(), true);
    browser.goesOffline();
    alices.status("Waiting for network…").waitFor();
    for (int i = 1; i <= 12; i++) {
      bob.sends("Missed " + i).to(alice);
    }
    browser.comesBack();
    alices.row("bob. 13 unread messages. ").waitFor();
    alices.until("shown.length");
    assertEquals("bob: Missed 12", all(alices));
  }

  @Test
  void phones_show_it_by_the_worker() {
    String id = bob.sends("Before").to(alice).conversation();
    browser = visitorWithWorker();
    browser.context().addInitScript(ON_A_PHONE);
    Messenger alices = Messenger.of(browser, alice, "/");
    alices.row("bob. 1 unread message. ").waitFor();
    hide(alices.page(), true);
    bob.sends("On the way").to(alice);
    alices.until("shown.length");
    assertEquals("bob: On the way", all(alices));
    alices
        .page()
        .evaluate(
            "(conversation) => navigator.serviceWorker.dispatchEvent(new MessageEvent('message',"
                + "{data: {type: 'mockhu:open', conversation}}))",
            id);
    alices.log().getByText("On the way").waitFor();
  }
}
