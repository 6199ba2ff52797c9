package com.mockhu.dm.web.browser;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

/**
 * Two people who look at the messenger, each in a browser of their own. They stay for the whole
 * class: signing up costs more than most tests. Other people write to them by the API.
 *
 * <p>{@code -Dscreenshots=folder} keeps what both saw at the end of each test.
 */
public abstract class ViewTest extends BrowserTest {
  protected Member maya;
  protected Member jonas;

  @BeforeAll
  void join() {
    maya = Member.joins(Visitor.enters(campus), campus, "Maya");
    jonas = Member.joins(Visitor.enters(campus), campus, "Jonas");
  }

  @Override
  protected List<Visitor> visitors() {
    return Stream.concat(super.visitors().stream(), Stream.of(maya.visitor(), jonas.visitor()))
        .toList();
  }

  /** The conversation of the two, which may hold what earlier tests wrote. */
  protected String theirs() {
    return maya.person().opensConversationWith(jonas.person()).id();
  }

  @AfterEach
  void check(TestInfo test) {
    List.of(maya, jonas).forEach(each -> photograph(each, test.getDisplayName()));
    maya.visitor().checks();
    jonas.visitor().checks();
  }

  private static void photograph(Member member, String test) {
    String folder = System.getProperty("screenshots");
    if (folder != null) {
      Path file = Path.of(folder, test.replace("()", "") + "-" + member.person() + ".png");
      member.page().screenshot(new ScreenshotOptions().setPath(file));
    }
  }

  @AfterAll
  void leave() {
    maya.visitor().close();
    jonas.visitor().close();
  }
}
