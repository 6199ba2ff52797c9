package com.mockhu.dm.web.browser;

import com.microsoft.playwright.Page;

/** Waits until a page has loaded and drawn everything. */
public final class Stillness {
  /** Two frames, because the first may request another. */
  private static final String LOADED =
      """
      async () => {
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const shown = [...document.images].filter((each) => each.checkVisibility() && !each.hidden);
        return shown.every((each) => each.complete || each.loading === 'lazy')
          && !document.querySelector('[aria-busy="true"], .skeleton');
      }
      """;

  private Stillness() {}

  public static void of(Page page) {
    page.waitForFunction(LOADED);
  }
}
