package com.mockhu.dm.support.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Not run, and said so, where a program is not installed. With {@code TEST_TOOLS=required}, as in
 * {@code .ci/run}, that is a failure, but for those that not every system has.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTool.Condition.class)
public @interface NeedsTool {
  String value();

  boolean isOptional() default false;

  /** Whether it can be run. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      Optional<NeedsTool> needed =
          AnnotationSupport.findAnnotation(context.getElement(), NeedsTool.class);
      if (needed.isEmpty() || Tool.find(needed.get().value()).isPresent()) {
        return ConditionEvaluationResult.enabled("it is here");
      }
      if (!needed.get().isOptional() && "required".equals(System.getenv("TEST_TOOLS"))) {
        return ConditionEvaluationResult.enabled("it must be here");
      }
      String tool = needed.get().value();
      System.err.println(
          "NOT RUN: %s, for there is no %s: see bin/test-tools"
              .formatted(context.getDisplayName(), tool));
      return ConditionEvaluationResult.disabled("There is no " + tool);
    }
  }
}
