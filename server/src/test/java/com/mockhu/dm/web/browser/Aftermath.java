package com.mockhu.dm.web.browser;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tells what everybody saw when a test failed, before their browsers are closed. */
final class Aftermath implements AfterTestExecutionCallback {
  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isPresent()) {
      BrowserTest failed = (BrowserTest) test.getRequiredTestInstance();
      System.err.println("What was to be seen when " + test.getDisplayName() + " failed:");
      failed.visitors().forEach(each -> System.err.println(each.view()));
    }
  }
}
