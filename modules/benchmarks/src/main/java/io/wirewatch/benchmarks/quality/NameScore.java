package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.EntityType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names whose first and last character and type are all right. A GROUP counts as an ORGANIZATION; a
 * NATIONALITY is left out.
 */
public final class NameScore {
  private final Map<EntityType, Counts> byType = new EnumMap<>(EntityType.class);

  /** Adds an article. */
  public void add(List<Span> wanted, List<Span> found) {
    for (EntityType type :
        List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION)) {
      byType.merge(type, Counts.of(plain(wanted, type), plain(found, type)), Counts::plus);
    }
  }

  private static Set<Span> plain(List<Span> spans, EntityType type) {
    return spans.stream()
        .filter(span -> counted(span.type()) == type)
        .map(span -> Span.of(span.start(), span.end(), type))
        .collect(Collectors.toSet());
  }

  private static EntityType counted(EntityType type) {
    return type == EntityType.GROUP ? EntityType.ORGANIZATION : type;
  }

  /** Of one type. */
  public Counts of(EntityType type) {
    return byType.getOrDefault(type, Counts.NONE);
  }

  /** Of all three types. */
  public Counts all() {
    return byType.values().stream().reduce(Counts.NONE, Counts::plus);
  }
}
