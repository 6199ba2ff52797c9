package com.mockhu.dm.web.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints all screens when a test fails, before the browsers are closed. */
final class ScreenReport implements AfterTestExecutionCallback {
  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      BrowserTest failed = (BrowserTest) test.getRequiredTestInstance();
      System.err.println("The screens when " + test.getDisplayName() + " failed:");
      failed.visitors().forEach(each -> System.err.println(each.view()));
    }
  }
}
