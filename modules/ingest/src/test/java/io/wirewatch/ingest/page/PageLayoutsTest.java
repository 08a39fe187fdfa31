package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every combination of the variations that layouts of aggregators have, thousands of pages. */
class PageLayoutsTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");

  private static final String MAIN_ARTICLE =
      """
      Bread is cheap
      Bread costs half of what it cost in May, a baker said.
      Hashtags
      #Bread
      Try Our AI Features
      Comments
      No comments yet...
      Related Articles

      """;

  private static final List<Story> STORIES =
      List.of(
          new Story("Tigris Wire", "Convoy leaves the northern base", "Trucks left before dawn."),
          new Story("Qalat Today", "Who pays for the lighthouse?", "Nobody wants to pay."),
          new Story("The Lantern Daily", "Salt works: the last day", "The works close tonight."));

  private record Story(String publisher, String headline, String text) {}

  /** How a page writes its blocks. */
  private record Layout(
      boolean main,
      int before,
      boolean glued,
      String age,
      String bullets,
      int after,
      String opening) {

    String page() {
      StringBuilder page = new StringBuilder("logo\n");
      page.append(main ? MAIN_ARTICLE : "#\nLatest news with #Qalat\n\n");
      STORIES.forEach(story -> page.append(block(story)).append('\n'));
      return page.append("Orange background\n").toString();
    }

    private String block(Story story) {
      String publisher = story.publisher;
      return (story.headline + "\n\n").repeat(before)
          + publisher
          + (glued ? "" : "\n\n")
          + age
          + "\n\n"
          + bullets.replace("P", publisher)
          + (story.headline + "\n").repeat(after)
          + opening.replace("P", publisher)
          + story.text
          + " It was in the papers.\nMore is to come on Friday.\n";
    }
  }

  @Test
  void everyCombination_ofLayouts_givesTheSameArticles() throws UnusableInputException {
    List<Layout> wrong = new ArrayList<>();
    List<Layout> all = layouts();
    for (Layout layout : all) {
      if (!found(layout).equals(expected(layout))) {
        wrong.add(layout);
      }
    }
    assertThat(wrong)
        .as(
            "of %d layouts; the first gives %s",
            all.size(), wrong.isEmpty() ? "" : found(wrong.get(0)))
        .isEmpty();
  }

  private static List<Layout> layouts() {
    List<Layout> layouts = new ArrayList<>();
    for (boolean main : new boolean[] {true, false}) {
      for (int copies = 1; copies < 9; copies++) {
        for (boolean glued : new boolean[] {true, false}) {
          for (String age : List.of("2 days ago", "timean hour ago", "24-06-2025")) {
            addBullets(layouts, new Layout(main, copies / 3, glued, age, "", copies % 3, ""));
          }
        }
      }
    }
    return layouts;
  }

  private static void addBullets(List<Layout> layouts, Layout of) {
    for (String bullets :
        List.of("", "- P\n", "  • P\n", "• Travel & Leisure\n\n• P\n", "• World • P\n", "•\nP\n")) {
      for (String opening :
          List.of("", "P – Basra ", "P - Tuz Khurmatu The ", "P/ ", "P – Erbil\n")) {
        layouts.add(new Layout(of.main, of.before, of.glued, of.age, bullets, of.after, opening));
      }
    }
  }

  private static List<String> found(Layout layout) throws UnusableInputException {
    List<String> found = new ArrayList<>();
    byte[] page = layout.page().getBytes(StandardCharsets.UTF_8);
    for (Reading reading : PageReader.read(page, ReadingContext.ofFile("page.txt", OBSERVED))) {
      found.add(reading instanceof Reading.Read read ? told(read.article()) : "refused");
    }
    return layout.main ? found.subList(1, found.size()) : found;
  }

  private static String told(RawArticle a) {
    return String.join(
        "|",
        a.getSource(),
        String.valueOf(a.getPublishedAt()),
        a.getHeadline(),
        String.valueOf(a.getDateline()),
        a.getBody());
  }

  private static List<String> expected(Layout layout) {
    String published =
        switch (layout.age) {
          case "2 days ago" -> "2026-11-21T12:00:00Z";
          case "timean hour ago" -> "2026-11-23T11:00:00Z";
          default -> "2025-06-24T00:00:00Z";
        };
    String place =
        switch (layout.opening) {
          case "P – Basra " -> "Basra";
          case "P - Tuz Khurmatu The " -> "Tuz Khurmatu";
          case "P – Erbil\n" -> "Erbil";
          default -> "null";
        };
    String the = layout.opening.endsWith("The ") ? "The " : "";
    return STORIES.stream()
        .map(
            s ->
                String.join("|", s.publisher, published, s.headline, place, the + s.text)
                    + " It was in the papers.\nMore is to come on Friday.")
        .toList();
  }
}
