package com.mockhu.dm.support.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Not run, and said so, where there is no clamd; {@code .ci/run} sees to it that there is one, and
 * {@code TEST_TOOLS=required} makes it a failure.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsClamd.Condition.class)
public @interface NeedsClamd {

  /** Whether it can be run. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      boolean isRequired = "required".equals(System.getenv("TEST_TOOLS"));
      if (Clamd.isInstalled() || isRequired) {
        return ConditionEvaluationResult.enabled("clamd is here, or must be");
      }
      System.err.println(
          "NOT RUN: " + context.getDisplayName() + ", for there is no clamd: see bin/test-tools");
      return ConditionEvaluationResult.disabled("There is no clamd");
    }
  }
}
