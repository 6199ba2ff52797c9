package com.mockhu.dm.web.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.web.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each text exists in every language, and no key is shown instead of a text. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {
  private static final Path CLIENT = Path.of("..", "web", "src", "main", "resources", "web");

  /** Names, and words that German took over as they are. */
  private static final Set<String> SAME_IN_GERMAN =
      Set.of(
          "product",
          "online",
          "inbox",
          "message.arrived",
          "emoji.group.smileys",
          "settings.theme.system");

  private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*'([^']+)'");
  private static final Pattern CHOSEN = Pattern.compile("[?:] '([a-z]+\\.[a-z_.]+)'");

  private Page page;

  @BeforeAll
  void openAPage() {
    page = Browser.running().newPage();
  }

  @AfterAll
  void closeIt() {
    page.context().close();
  }

  /** Read as the browser reads it; by its text, so that no server is needed. */
  private Map<String, JsonNode> catalogue(String file) throws IOException {
    String read =
        "async (text) => JSON.stringify((await import('data:text/javascript;charset=utf-8,'"
            + " + encodeURIComponent(text))).default)";
    String text = Files.readString(CLIENT.resolve("language").resolve(file));
    Map<String, JsonNode> entries = new TreeMap<>();
    JsonNode all = Json.tree((String) page.evaluate(read, text));
    all.properties().forEach(each -> entries.put(each.getKey(), each.getValue()));
    assertFalse(entries.isEmpty());
    return entries;
  }

  @Test
  void both_languages_say_the_same_with_the_same_values_in_it() throws IOException {
    assertEquals(shapes(catalogue("en.js")), shapes(catalogue("de.js")));
  }

  /** For each key its plural forms and their placeholders. */
  private static Map<String, String> shapes(Map<String, JsonNode> catalogue) {
    Map<String, String> shapes = new TreeMap<>();
    catalogue.forEach((key, entry) -> shapes.put(key, shape(entry)));
    return shapes;
  }

  private static String shape(JsonNode entry) {
    if (entry.isTextual()) {
      return values(entry.asText());
    }
    Map<String, String> forms = new TreeMap<>();
    entry.properties().forEach(each -> forms.put(each.getKey(), shape(each.getValue())));
    return forms.toString();
  }

  private static String values(String text) {
    return Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .sorted()
        .collect(Collectors.joining());
  }

  @Test
  void nothing_was_left_in_english() throws IOException {
    Map<String, JsonNode> english = catalogue("en.js");
    Set<String> same = new TreeSet<>();
    catalogue("de.js")
        .forEach(
            (key, entry) -> {
              if (entry.equals(english.get(key))) {
                same.add(key);
              }
            });
    assertEquals(new TreeSet<>(SAME_IN_GERMAN), same);
  }

  @Test
  void every_emoji_of_the_picker_has_a_name_in_both_languages() throws IOException {
    String groups = Files.readString(CLIENT.resolve("view/emoji/groups.js"));
    Set<String> shown =
        Pattern.compile("'([^'a-z]+)'(?=,|\\n)")
            .matcher(groups.replaceAll("sign: .*", ""))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(shown, catalogue("emoji-en.js").keySet());
    assertEquals(shown, catalogue("emoji-de.js").keySet());
  }

  @Test
  void every_text_the_view_asks_for_is_there() throws IOException {
    Set<String> wanted = new TreeSet<>();
    try (Stream<Path> found = Files.walk(CLIENT.resolve("view"))) {
      for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String script = Files.readString(file);
        Function<Pattern, Stream<String>> matches =
            pattern -> pattern.matcher(script).results().map(each -> each.group(1));
        List.of(ASKED, CHOSEN).forEach(each -> matches.apply(each).forEach(wanted::add));
      }
    }
    assertFalse(wanted.isEmpty());
    wanted.removeAll(catalogue("en.js").keySet());
    assertEquals(Set.of(), wanted);
  }
}
