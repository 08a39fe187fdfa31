package io.wirewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.Field;
import io.wirewatch.RawArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ActorsTest {
  private final List<Entity> entities = new ArrayList<>();

  @Test
  void actors_areIdsOrNamesInLowerCase_sortedAndOnce() {
    name("Rebin  Azad", EntityType.PERSON, null, 0.8);
    name("ISIS", EntityType.GROUP, "group:isis", 1);
    name("Daesh", EntityType.GROUP, "group:isis", 1);
    name("SOMO", EntityType.ORGANIZATION, "org:somo", 1);

    assertThat(Actors.of(article())).containsExactly("group:isis", "org:somo", "rebin azad");
  }

  @Test
  void placesAndNationalities_areNoActors() {
    name("Mosul", EntityType.LOCATION, "geonames:99072", 1);
    name("Iraqi", EntityType.NATIONALITY, "IQ", 1);

    assertThat(Actors.of(article())).isEmpty();
  }

  @Test
  void actors_ofMoreThanFifty_areTheSurestThenTheFirst() {
    for (int i = 0; i < 60; i++) {
      name("Person %02d".formatted(i), EntityType.PERSON, null, i == 59 ? 0.9 : 0.8);
    }

    assertThat(Actors.of(article()))
        .hasSize(50)
        .contains("person 00", "person 48", "person 59")
        .doesNotContain("person 49")
        .isSorted();
  }

  private void name(String text, EntityType type, @Nullable String id, double confidence) {
    entities.add(new Entity(Field.BODY, 0, text.length(), text, type, id, confidence, null));
  }

  private EnrichedArticle article() {
    RawArticle raw =
        RawArticle.newBuilder()
            .setId("id-1")
            .setSource("Some Wire")
            .setHeadline("News")
            .setBody("News.")
            .setObservedAt(Instant.EPOCH)
            .setFeed("test")
            .build();
    return new EnrichedArticle(raw, 1, "en", entities, List.of(), null, null);
  }
}
