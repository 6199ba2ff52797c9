package com.mockhu.dm.web;

import java.util.List;

/** What the page may load and who may frame it (Content Security Policy, level 3). */
final class ContentPolicy {
  private ContentPolicy() {}

  /**
   * Two makers of trusted markup are named: the template library, and the one that vouches for the
   * service worker's address. Everything else that would turn text into markup throws.
   */
  static String of(WebSettings settings) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:" + after(settings.imageSources()),
        "connect-src 'self'",
        "font-src 'self'",
        "media-src 'self' blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors" + framers(settings),
        "require-trusted-types-for 'script'",
        "trusted-types lit-html mockhu-worker");
  }

  private static String framers(WebSettings settings) {
    return settings.frameAncestors().isEmpty() ? " 'none'" : after(settings.frameAncestors());
  }

  private static String after(List<String> origins) {
    return origins.isEmpty() ? "" : " " + String.join(" ", origins);
  }
}
