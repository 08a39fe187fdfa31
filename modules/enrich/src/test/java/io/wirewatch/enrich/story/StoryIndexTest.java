package io.wirewatch.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class StoryIndexTest {
  private static final long SEED = 20261129;
  private static final int STORIES = 300;

  private final Sketcher sketcher = new Sketcher();
  private final StoryIndex index = new StoryIndex(Likeness.MEASURED);

  @Test
  void edits_ofManyStories_areFoundAndNothingElse() {
    Stories stories = new Stories(SEED);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      texts.add(stories.text(6 + i % 9));
      add("first-" + i, i, texts.get(i));
    }

    assertThat(found(texts, text -> Stories.cut(text, 0.7))).isGreaterThanOrEqualTo(0.97);
    assertThat(found(texts, text -> stories.wrapped(text, 0.7))).isGreaterThanOrEqualTo(0.97);
    assertThat(found(texts, text -> stories.introduced(text, 0.7))).isGreaterThanOrEqualTo(0.97);
    assertThat(found(texts, stories::reordered)).isGreaterThanOrEqualTo(0.97);
    for (int i = 0; i < STORIES; i++) {
      assertThat(original(stories.text(6 + i % 9))).as("seed %d, other text %d", SEED, i).isEmpty();
    }
  }

  /** The share of copies that are found; a wrong one fails the test. */
  private double found(List<String> texts, UnaryOperator<String> edit) {
    int found = 0;
    for (int i = 0; i < texts.size(); i++) {
      Optional<String> original = original(edit.apply(texts.get(i)));
      assertThat(original.orElse("first-" + i)).as("seed %d", SEED).isEqualTo("first-" + i);
      found += original.isPresent() ? 1 : 0;
    }
    return found / (double) texts.size();
  }

  @Test
  void report_ofOneTemplate_withOtherNamesAndNumbers_isNoCopy() {
    String monday = template("Monday", "Talaban", "4.151", "Sirwan", "18,200");
    String tuesday = template("Tuesday", "Qasrok", "3.482", "Hatra", "19,750");
    add("monday", 1, monday);

    assertThat(original(tuesday)).isEmpty();
    assertThat(original(monday.replace("18,200", "18,210"))).contains("monday");
  }

  private static String template(String day, String town, String level, String other, String flow) {
    return ("The water level at the gauge of %s rose on %s to %s metres from what it was the day before, the "
            + "river office said in its latest statement. The flow past %s was put at %s litres a second on the same "
            + "respective day, compared with the long average that the office keeps for this month of the year.")
        .formatted(town, day, level, other, flow);
  }

  @Test
  void arabicAndKurdish_cut_areFound() {
    String arabic =
        "قال مسؤولون في المحافظة إن الجسر القديم فتح صباح اليوم أمام الشاحنات بعد أعمال صيانة استمرت ستة أسابيع "
            + "وإن العمال رفعوا الحواجز من الجانبين وسمحوا للمزارعين بنقل القمح إلى المخازن الواقعة خلف النهر قبل هطول المطر "
            + "وأضافوا أن الطريق إلى القرية سيبقى مغلقا حتى نهاية الشهر";
    String sorani =
        "بەرپرسان لە پارێزگاکە ڕایانگەیاند کە پردە کۆنەکە ئەمڕۆ بەیانی بۆ بارهەڵگرەکان کرایەوە دوای شەش هەفتە لە کاری چاککردنەوە "
            + "و کرێکاران بەربەستەکانیان لە هەردوو لاوە لابرد و ڕێگەیان بە جووتیاران دا گەنمەکەیان بگوازنەوە بۆ ئەو کۆگایانەی پشت ڕووبارەکە";
    add("arabic", 1, arabic);
    add("sorani", 2, sorani);

    assertThat(original(Stories.cut(arabic, 0.75))).contains("arabic");
    assertThat(original(Stories.cut(sorani, 0.75))).contains("sorani");
  }

  @Test
  void headline_ofALongText_doesNotMatter_ofAShortOneItDoes() {
    String text = new Stories(SEED).text(8);
    add("long", 1, text);
    index.add(first("short", 2, "Bridge open", "The bridge is open again."));

    assertThat(original("جسر", text)).contains("long");
    assertThat(original("Bridge open", "the bridge is OPEN again")).contains("short");
    assertThat(original("Road open", "The bridge is open again.")).isEmpty();
    assertThat(original("Bridge open", "The bridge is open again today.")).isEmpty();
  }

  @Test
  void shortText_cutOrContinued_isFound_ofAnotherPlaceOrDay_isNot() {
    String notice = notice("Rabia", "12");
    add("notice", 1, notice);

    assertThat(original(notice.replace(" late on", ""))).contains("notice");
    assertThat(original(notice + " Lorries waited for hours.")).contains("notice");
    assertThat(original(notice("Qasrok", "12"))).isEmpty();
    assertThat(original(notice("Rabia", "14"))).isEmpty();
  }

  private static String notice(String town, String day) {
    return "BASIN, March %s - The customs office at %s closed its gates to lorries late on Monday, drivers said."
        .formatted(day, town);
  }

  @Test
  void shortText_inAScriptWithoutCapitals_isACopyOnlyOfTheSame() {
    String notice = "أعلنت مديرية الطرق إغلاق الجسر الواقع عند مدخل المدينة حتى صباح الغد في كركوك";
    add("notice", 1, notice);

    assertThat(original(notice.replace("كركوك", "ديالى"))).isEmpty();
    assertThat(original(notice)).contains("notice");
  }

  @Test
  void text_withoutAWord_hasNoSketch() {
    assertThat(sketcher.of("", "… !")).isEmpty();
  }

  @Test
  void equals_theEarliestThenTheLowestId_isTheOriginal() {
    String text = new Stories(SEED).text(8);
    add("c", 20, text);
    add("b", 10, text);
    add("a", 10, text);

    assertThat(original(text)).contains("a");
    assertThat(index.original(sketch("", text), 15, 30)).contains("c");
    assertThat(index.original(sketch("", text), 30, 40)).isEmpty();
  }

  @Test
  void oldest_takenAway_isFoundNoMore_othersAre() {
    Stories stories = new Stories(SEED);
    List<String> texts = new ArrayList<>();
    int count = 3 * Shelf.PLACES;
    for (int i = 0; i < count; i++) {
      texts.add(i % 500 == 0 ? stories.text(6) : "Number " + i);
      add("%032x".formatted(i), i, texts.get(i));
    }
    for (int i = 0; i <= 2 * Shelf.PLACES; i++) {
      assertThat(index.oldestMillis()).isEqualTo(i);
      index.removeOldest();
    }

    assertThat(index.size()).isEqualTo(Shelf.PLACES - 1);
    for (int i = 0; i < count; i += 500) {
      assertThat(original(texts.get(i)).isPresent())
          .as("article %d", i)
          .isEqualTo(i > 2 * Shelf.PLACES);
    }
  }

  @Test
  void sketch_writtenAndRead_isTheSame() {
    Sketch sketch = sketch("", new Stories(SEED).text(8));

    index.add(new FirstArticle("kept", 1, Sketch.read(sketch.written())));

    assertThat(index.original(sketch, 0, 2)).contains("kept");
  }

  private void add(String id, long millis, String body) {
    index.add(first(id, millis, "", body));
  }

  private FirstArticle first(String id, long millis, String headline, String body) {
    return new FirstArticle(id, millis, sketch(headline, body));
  }

  private Sketch sketch(String headline, String body) {
    return sketcher.of(headline, body).orElseThrow();
  }

  private Optional<String> original(String body) {
    return original("", body);
  }

  private Optional<String> original(String headline, String body) {
    return index.original(sketch(headline, body), Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
