package io.wirewatch.app.page;

import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Level;
import io.wirewatch.annotate.Place;
import io.wirewatch.annotate.Region;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The places that articles name, each once. */
final class Atlas {
  private final Map<Position, Named> places = new HashMap<>();
  private final Map<Position, Region> regions = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private int articles;

  private record Position(double lat, double lon) {}

  /** What is said of one place. */
  private static final class Named {
    private final Place place;
    private final Map<String, Integer> texts = new HashMap<>();
    private @Nullable String id;
    private int last;
    private int mentions;
    private int articles;

    Named(Place place) {
      this.place = place;
    }

    /** Articles come one after the other, numbered from 1. */
    void in(int article) {
      articles += last == article ? 0 : 1;
      last = article;
    }

    String text() {
      return texts.entrySet().stream()
          .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
          .map(Map.Entry::getKey)
          .orElse("");
    }
  }

  /** Adds what an article names. */
  void add(PageArticle article) {
    articles++;
    for (Entity entity : article.found().entities()) {
      Place place = entity.place();
      if (place != null) {
        add(entity, place);
      }
    }
    for (Region region : article.found().regions()) {
      regions.putIfAbsent(new Position(region.lat(), region.lon()), region);
    }
  }

  private void add(Entity entity, Place place) {
    Named named =
        places.computeIfAbsent(new Position(place.lat(), place.lon()), at -> new Named(place));
    named.mentions++;
    named.in(articles);
    named.texts.merge(entity.text(), 1, Integer::sum);
    String id = entity.id();
    if (entity.type() == EntityType.LOCATION && id != null) {
      named.id = named.id == null ? id : named.id;
      ids.add(named.id);
    }
  }

  /** The ids of the places. */
  Set<String> ids() {
    return ids;
  }

  /** All places, the most mentioned first. */
  List<Spot> spots(World world) {
    return places.entrySet().stream()
        .map(entry -> spot(entry.getKey(), entry.getValue(), world))
        .sorted(
            Comparator.comparingLong(Spot::weight)
                .reversed()
                .thenComparing(Spot::name)
                .thenComparing(Spot::lat)
                .thenComparing(Spot::lon))
        .toList();
  }

  private Spot spot(Position at, Named named, World world) {
    Optional<String> id = Optional.ofNullable(named.id);
    Optional<Region> region = Optional.ofNullable(regions.get(at));
    Level level =
        id.map(world::level).orElseGet(() -> region.map(Region::level).orElse(Level.PLACE));
    String name = id.flatMap(world::name).or(() -> region.map(Region::name)).orElseGet(named::text);
    String within =
        switch (level) {
          case COUNTRY -> "";
          case ADMIN1 -> world.nameOfCode(named.place.country());
          case PLACE -> world.surroundings(named.place);
        };
    String said =
        "named %s in %s"
            .formatted(Words.count(named.mentions, "time"), Words.count(named.articles, "article"));
    List<Long> numbers = List.of((long) named.mentions, (long) named.articles);
    return new Spot(name, within, level, at.lat, at.lon, named.mentions, said, numbers);
  }
}
