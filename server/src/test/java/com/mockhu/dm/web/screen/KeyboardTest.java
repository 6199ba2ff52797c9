package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import org.junit.jupiter.api.Test;

/** The keyboard, and the announcements for screen readers. */
class KeyboardTest extends MessengerTest {
  @Test
  void keys_lead_everywhere_and_back() {
    carol.sends("From carol").to(alice);
    bob.sends("From bob").to(alice);
    Messenger alices = messenger(alice);
    alices.row("bob. ").waitFor();
    alices.press("ControlOrMeta+k");
    alices.isFocused(alices.field("Search people"));
    alices.press("ArrowDown");
    alices.isFocused(alices.row("bob. "));
    alices.press("ArrowDown");
    alices.isFocused(alices.row("carol. "));
    alices.press("Home");
    alices.isFocused(alices.row("bob. "));
    alices.press("Enter");
    alices.isFocused(alices.field("Message to bob"));
    alices.press("Alt+ArrowDown");
    alices.isFocused(alices.field("Message to carol"));
    alices.press("Alt+ArrowUp");
    alices.isFocused(alices.field("Message to bob"));
    alices.press("Control+F6");
    alices.until("document.activeElement.closest('#sidebar')");
    alices.press("?");
    alices.dialog("Keyboard shortcuts").waitFor();
    alices.press("Escape");
    assertThat(alices.dialog("Keyboard shortcuts")).hasCount(0);
    alices.until("document.activeElement.closest('#sidebar')");
  }

  @Test
  void the_list_is_one_stop_of_the_tab_key_and_its_menu_gives_the_focus_back() {
    carol.sends("From carol").to(alice);
    bob.sends("From bob").to(alice);
    Messenger alices = messenger(alice);
    alices.row("carol. ").waitFor();
    assertEquals(
        1, alices.page().evaluate("document.querySelectorAll('.list [tabindex=\"0\"]').length"));
    alices.row("bob. ").focus();
    alices.press("Shift+F10");
    alices.menuItem("Block").waitFor();
    alices.isFocused(alices.menuItem("Block"));
    alices.press("ArrowDown");
    alices.isFocused(alices.menuItem("Delete chat"));
    alices.press("Escape");
    alices.isFocused(alices.row("bob. "));
    assertThat(alices.menuItem("Block")).hasCount(0);
  }

  @Test
  void what_arrives_is_said_once_and_politely() {
    String id = bob.sends("Before").to(alice).conversation();
    Messenger alices = messenger(alice, "/c/" + id);
    alices.page().bringToFront();
    alices.log().getByText("Before").waitFor();
    assertThat(alices.log()).hasAttribute("aria-label", "Messages with bob");
    alices
        .page()
        .evaluate(
            "() => { globalThis.said = []; new MutationObserver(() => {"
                + "for (const each of document.querySelectorAll('[role=status]')) {"
                + "const text = each.textContent.trim();"
                + "if (text.includes('Now') && text !== said.at(-1)) said.push(text); } })"
                + ".observe(document.body, {subtree: true, childList: true, characterData: true}); }");
    bob.sends("Now").to(alice);
    alices.status("bob: Now").waitFor();
    bob.sends("Then").to(alice);
    alices.status("bob: Then").waitFor();
    assertEquals(java.util.List.of("bob: Now"), alices.page().evaluate("said"));
  }
}
