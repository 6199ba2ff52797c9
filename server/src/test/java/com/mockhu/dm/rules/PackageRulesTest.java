package com.mockhu.dm.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between packages, as docs/architecture.md draws them. */
class PackageRulesTest {
  private static final String ROOT = "com.mockhu.dm";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry(
              "app",
              Set.of(
                  "web",
                  "notify",
                  "group",
                  "message",
                  "presence",
                  "file",
                  "conversation",
                  "privacy",
                  "socket",
                  "feed",
                  "identity",
                  "people",
                  "sample",
                  "client",
                  "platform")),
          entry("sample", Set.of("client")),
          entry("client", Set.of()),
          entry("web", Set.of("platform")),
          entry(
              "group",
              Set.of("message", "file", "conversation", "privacy", "feed", "people", "platform")),
          entry(
              "notify",
              Set.of("message", "presence", "conversation", "privacy", "people", "platform")),
          entry(
              "message",
              Set.of("file", "conversation", "privacy", "socket", "feed", "people", "platform")),
          entry(
              "presence",
              Set.of("conversation", "privacy", "socket", "feed", "people", "platform")),
          entry("file", Set.of("conversation", "people", "platform")),
          entry("conversation", Set.of("privacy", "feed", "people", "platform")),
          entry("privacy", Set.of("feed", "people", "platform")),
          entry("socket", Set.of("feed", "identity", "people", "platform")),
          entry("feed", Set.of("identity", "people", "platform")),
          entry("identity", Set.of("people", "platform")),
          entry("people", Set.of("platform")),
          entry("platform", Set.of()));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void a_package_uses_only_those_below_it() {
    assertNone(
        dependencies()
            .filter(each -> !mayUse(each.getOriginClass(), each.getTargetClass()))
            .map(Dependency::getDescription));
  }

  @Test
  void every_class_is_in_a_package_with_a_place_in_the_house() {
    assertFalse(CLASSES.isEmpty());
    assertNone(
        CLASSES.stream().filter(each -> !MAY_USE.containsKey(house(each))).map(JavaClass::getName));
  }

  @Test
  void no_packages_need_each_other() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void a_feature_s_parts_are_put_together_by_itself_and_by_app_alone() {
    assertNone(
        CLASSES.stream()
            .filter(each -> !house(each).equals("app"))
            .flatMap(each -> each.getConstructorCallsFromSelf().stream())
            .filter(call -> isPartOfAnotherFeature(call))
            .map(JavaConstructorCall::getDescription));
  }

  @Test
  void each_package_says_what_it_owns() throws IOException {
    Path root = Path.of("src", "main", "java");
    Set<Path> packages = new TreeSet<>();
    SourceTree.javaFiles(root).forEach(file -> packages.add(file.getParent()));
    assertFalse(packages.isEmpty());
    assertNone(packages.stream().filter(Predicate.not(PackageRulesTest::saysWhatItOwns)));
  }

  // Values and faults may be made anywhere, and so may the platform's tools and the
  // sample of --demo.
  private static boolean isPartOfAnotherFeature(JavaConstructorCall call) {
    JavaClass made = call.getTargetOwner();
    return isOurs(made)
        && !house(made).equals(house(call.getOriginOwner()))
        && !house(made).equals("platform")
        && !house(made).equals("sample")
        && !made.isRecord()
        && !made.isAssignableTo(Throwable.class);
  }

  private static boolean mayUse(JavaClass from, JavaClass to) {
    return house(from).equals(house(to))
        || MAY_USE.getOrDefault(house(from), Set.of()).contains(house(to));
  }

  private static Stream<Dependency> dependencies() {
    return CLASSES.stream()
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
        .filter(each -> isOurs(each.getTargetClass()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getBaseComponentType().getPackageName().startsWith(ROOT);
  }

  private static String house(JavaClass type) {
    String below = type.getBaseComponentType().getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
  }

  private static boolean saysWhatItOwns(Path folder) {
    try {
      Path info = folder.resolve("package-info.java");
      return Files.exists(info) && Files.readString(info).toLowerCase().contains("owns");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertNone(Stream<?> violations) {
    assertEquals(List.of(), violations.distinct().toList());
  }
}
