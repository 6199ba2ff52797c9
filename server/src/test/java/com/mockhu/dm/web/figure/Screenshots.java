package com.mockhu.dm.web.figure;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.mockhu.dm.web.browser.Browser;
import com.mockhu.dm.web.browser.Stillness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * Takes the pictures of the documentation from a server that {@code --demo} has filled. Run by
 * {@code bin/screenshots}: it has no place among the tests, for it checks nothing.
 */
final class Screenshots {
  private final String origin;
  private final Path folder;
  private final String zone;

  private Screenshots(String origin, Path folder, String zone) {
    this.origin = origin;
    this.folder = folder;
    this.zone = zone;
  }

  /** Takes the address of the server, where the pictures go, and the time zone to show. */
  static void main(String[] arguments) throws IOException {
    Files.createDirectories(Path.of(arguments[1]));
    new Screenshots(arguments[0], Path.of(arguments[1]), arguments[2]).take();
    System.exit(0);
  }

  private void take() {
    Page jonas = signedIn("jonas", desk(ColorScheme.LIGHT));
    Page maya = signedIn("maya", desk(ColorScheme.LIGHT));
    openChat(jonas, "Maya Lindqvist");
    openChat(maya, "Jonas Okafor");
    maya.getByText("Online").first().waitFor();
    keep(maya, "inbox");
    conversation(maya);
    upload(maya);
    Page night = signedIn("maya", desk(ColorScheme.DARK));
    openChat(night, "Amara Diallo");
    keep(night, "dark");
    phones();
  }

  private void conversation(Page maya) {
    Locator picture = maya.getByRole(AriaRole.BUTTON, named("Open image: lake.jpg"));
    maya.getByRole(AriaRole.LOG).hover();
    while (picture.count() == 0) {
      maya.mouse().wheel(0, -300);
      Stillness.of(maya);
    }
    picture.evaluate("(each) => each.scrollIntoView({block: 'center'})");
    maya.getByRole(AriaRole.LOG).evaluate("(log) => { log.scrollTop += 110; }");
    keep(maya, "conversation");
  }

  private void upload(Page maya) {
    FilePayload lake = photo(maya, "lake");
    FilePayload sunset = photo(maya, "sunset");
    openChat(maya, "Yuki Tanaka");
    slowUploads(maya);
    choose(maya, heavy(lake), sunset);
    Locator text = maya.getByLabel("Message to Yuki Tanaka");
    text.fill("Warm or cold? I cannot decide");
    text.press("Enter");
    choose(maya, sunset, paper());
    text.fill("And here is the text for the wall");
    // Far enough to be seen, and not yet there.
    maya.waitForFunction("() => document.querySelector('progress')?.value >= 40");
    keep(maya, "upload");
    maya.context().close();
  }

  /** The same photo, as many bytes as a camera makes of one: small ones are away at once. */
  private static FilePayload heavy(FilePayload photo) {
    return new FilePayload(photo.name, photo.mimeType, Arrays.copyOf(photo.buffer, 3_000_000));
  }

  /** The picture is of the way there. */
  private static void slowUploads(Page page) {
    JsonObject network = new JsonObject();
    network.addProperty("offline", false);
    network.addProperty("latency", 0);
    network.addProperty("downloadThroughput", -1);
    network.addProperty("uploadThroughput", 200_000);
    CDPSession session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", network);
  }

  private static void choose(Page page, FilePayload... files) {
    page.locator("input[type=file][multiple]").setInputFiles(files);
  }

  /** A photo that stands in the open conversation, as a file of one's own. */
  private static FilePayload photo(Page page, String name) {
    String content =
        """
        async (name) => {
          const image = document.querySelector(`[aria-label*="${name}.jpg"] img`);
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
          canvas.getContext('2d').drawImage(image, 0, 0);
          return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
        }
        """;
    page.getByRole(AriaRole.BUTTON, named("Open image: " + name + ".jpg")).first().waitFor();
    byte[] bytes = Base64.getDecoder().decode((String) page.evaluate(content, name));
    return new FilePayload(name + ".jpg", "image/jpeg", bytes);
  }

  private static FilePayload paper() {
    return new FilePayload("Exhibition-text.pdf", "application/pdf", new byte[184_320]);
  }

  private void phones() {
    Page light = signedIn("maya", options(390, 760).setColorScheme(ColorScheme.LIGHT));
    Page dark = signedIn("maya", options(390, 760).setColorScheme(ColorScheme.DARK));
    openChat(dark, "Lena Ferrari");
    Picture.ofBoth(shot(light), shot(dark)).keep(folder.resolve("phone.webp"));
  }

  private Page signedIn(String username, NewContextOptions options) {
    BrowserContext context = Browser.running().newContext(options.setTimezoneId(zone));
    Page page = context.newPage();
    page.navigate(origin);
    page.getByLabel("Username").fill(username);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("mockhu demo");
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    page.getByRole(AriaRole.HEADING, named("Chats")).waitFor();
    return page;
  }

  private static void openChat(Page page, String name) {
    page.getByRole(AriaRole.LINK, named(name)).click();
    page.getByLabel("Message to " + name).waitFor();
  }

  private void keep(Page page, String name) {
    Picture.of(shot(page)).keep(folder.resolve(name + ".webp"));
  }

  /** Without a pointer over anything. */
  private static byte[] shot(Page page) {
    page.mouse().move(0, 0);
    Stillness.of(page);
    page.waitForFunction("() => !document.querySelector('.messages__date--shown')");
    return page.screenshot();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static NewContextOptions desk(ColorScheme theme) {
    return options(1160, 720).setColorScheme(theme);
  }

  private static NewContextOptions options(int width, int height) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setDeviceScaleFactor(2)
        .setLocale("en-GB")
        .setReducedMotion(ReducedMotion.REDUCE);
  }
}
