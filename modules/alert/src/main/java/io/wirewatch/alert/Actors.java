package io.wirewatch.alert;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.contract.Fingerprint;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who an article is about, as its alerts say it. */
final class Actors {
  private static final int MOST = 50;
  private static final Set<EntityType> ACTING =
      EnumSet.of(EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION);

  private Actors() {}

  /**
   * Ids of people, groups and organizations, or their names in lower case where they have none:
   * sorted, unique, at most 50. Of more, the surest are taken, of equals the first that the article
   * names.
   */
  static List<String> of(EnrichedArticle article) {
    return article.getEntities().stream()
        .filter(entity -> ACTING.contains(entity.getType()))
        // Stable, so that what comes first in the article stays first among equals.
        .sorted(Comparator.comparingDouble(Entity::getConfidence).reversed())
        .map(Actors::name)
        .distinct()
        .limit(MOST)
        .sorted()
        .toList();
  }

  private static String name(Entity entity) {
    return entity.getId() == null
        ? Fingerprint.folded(entity.getText()).toLowerCase(Locale.ROOT)
        : entity.getId();
  }
}
