package io.wirewatch.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class MarkedTextTest {
  private static final String ALPHABET = "ab <>&\"'\nع😀";

  private static Element line(String text, List<Entity> entities) {
    StringBuilder out = new StringBuilder();
    new MarkedText(new Html(out), Articles.WORLD).line(text, entities);
    return Jsoup.parseBodyFragment(out.toString()).body();
  }

  private static Element paragraphs(String text, List<Entity> entities) {
    StringBuilder out = new StringBuilder();
    new MarkedText(new Html(out), Articles.WORLD).paragraphs(text, entities);
    return Jsoup.parseBodyFragment(out.toString()).body();
  }

  private static Entity entity(String text, int start, int end) {
    return new Entity(
        Field.BODY, start, end, text.substring(start, end), EntityType.PERSON, null, 1, null);
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(40), 0, ALPHABET.codePointCount(0, ALPHABET.length()))
        .map(at -> ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static List<Entity> entities(String text, Random random) {
    List<Entity> entities = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = bound(text, at + random.nextInt(8));
      int end = bound(text, start + 1 + random.nextInt(6));
      if (start < end) {
        entities.add(entity(text, start, end));
      }
      at = Math.max(end, at + 1);
    }
    return entities;
  }

  /** Not within a pair of surrogates. */
  private static int bound(String text, int at) {
    int within = Math.min(at, text.length());
    boolean splits = within < text.length() && Character.isLowSurrogate(text.charAt(within));
    return splits ? within - 1 : within;
  }

  @Test
  void line_ofAnyTextAndNames_keepsTheTextAndMarksTheNames() {
    long seed = 20261129;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String text = text(random);
      List<Entity> entities = entities(text, random);

      Element read = line(text, entities);

      assertThat(read.wholeText()).as("seed %d", seed).isEqualTo(text);
      assertThat(read.select("mark").eachText())
          .hasSameSizeAs(entities.stream().filter(entity -> !entity.text().isBlank()).toList());
      assertThat(read.select("mark").stream().map(Element::wholeText))
          .as("seed %d", seed)
          .containsExactlyElementsOf(entities.stream().map(Entity::text).toList());
    }
  }

  @Test
  void paragraphs_ofAnyTextAndNames_keepAllButTheEndsOfLines() {
    long seed = 20261130;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String text = text(random);

      Element read = paragraphs(text, entities(text, random));

      assertThat(read.wholeText().replaceAll("[\n ]", ""))
          .as("seed %d", seed)
          .isEqualTo(text.replaceAll("[\n ]", ""));
      assertThat(read.select("p").stream().map(Element::wholeText))
          .as("seed %d", seed)
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void paragraphs_ofLines_areOneEach() {
    String text = "Mosul is calm.\n\nErbil too, said\nRahima";

    Element read = paragraphs(text, List.of(entity(text, 0, 5), entity(text, 32, 38)));

    assertThat(read.select("> p").stream().map(Element::wholeText))
        .containsExactly("Mosul is calm.", "Erbil too, said", "Rahima");
    assertThat(read.select("mark").eachText()).containsExactly("Mosul", "Rahima");
  }

  @Test
  void paragraphs_ofANameOverTheEndOfALine_keepItWhole() {
    String text = "said Qais\nRahima today\nend";

    Element read = paragraphs(text, List.of(entity(text, 5, 16)));

    assertThat(read.select("> p").stream().map(Element::wholeText))
        .containsExactly("said Qais\nRahima today", "end");
  }

  @Test
  void mark_ofAPlace_saysTypeIdNameConfidenceAndWhere() {
    Entity mosul =
        new Entity(
            Field.BODY,
            0,
            6,
            "الموصل",
            EntityType.LOCATION,
            "geonames:99072",
            0.935,
            Articles.MOSUL);

    Element mark = line("الموصل", List.of(mosul)).selectFirst("mark");

    assertThat(mark.className()).isEqualTo("loc");
    assertThat(mark.attr("title"))
        .isEqualTo(
            "location · geonames:99072 · Mosul · confidence 0.94 · Nineveh, Iraq · 36.34° N 43.12° E");
  }

  @Test
  void mark_ofAPersonNobodyKnows_saysTypeAndConfidence() {
    Element mark = line("Rahima", List.of(entity("Rahima", 0, 6))).selectFirst("mark");

    assertThat(mark.attr("title")).isEqualTo("person · confidence 1.00");
  }
}
