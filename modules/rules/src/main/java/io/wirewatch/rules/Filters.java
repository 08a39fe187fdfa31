package io.wirewatch.rules;

import io.wirewatch.language.Folding;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What an article must be, beside what it says. Applied to what matched; never decides what is
 * looked for.
 */
public record Filters(Filter region, Filter source, Filter language, Filter entity) {
  /** Lets everything through. */
  public static final Filters NONE = new Filters(Filter.ALL, Filter.ALL, Filter.ALL, Filter.ALL);

  /**
   * Passes what has one of the included values, or anything when none is included, and has none of
   * the excluded.
   *
   * @param include empty for any
   * @param exclude empty for none
   */
  public record Filter(Set<String> include, Set<String> exclude) {
    static final Filter ALL = new Filter(Set.of(), Set.of());

    /** Copies the sets. */
    public Filter {
      include = Set.copyOf(include);
      exclude = Set.copyOf(exclude);
    }

    boolean passes(Set<String> values, BiPredicate<String, String> covers) {
      if (isOpen()) {
        return true;
      }
      return (include.isEmpty() || anyCovered(include, values, covers))
          && !anyCovered(exclude, values, covers);
    }

    private boolean isOpen() {
      return include.isEmpty() && exclude.isEmpty();
    }

    private static boolean anyCovered(
        Set<String> wanted, Set<String> values, BiPredicate<String, String> covers) {
      return wanted.stream()
          .anyMatch(want -> values.stream().anyMatch(value -> covers.test(want, value)));
    }
  }

  /**
   * These filters without those whose name is not among the given: region, source, language,
   * entity.
   */
  public Filters only(Set<String> names) {
    return new Filters(
        names.contains("region") ? region : Filter.ALL,
        names.contains("source") ? source : Filter.ALL,
        names.contains("language") ? language : Filter.ALL,
        names.contains("entity") ? entity : Filter.ALL);
  }

  /** Whether the article passes all four. */
  public boolean pass(Article article) {
    return region.passes(article.regions(), Filters::contains)
        && source.passes(Set.of(article.source()), Filters::sameName)
        && language.passes(Set.of(article.language()), String::equalsIgnoreCase)
        && entity.passes(article.entities(), String::equals);
  }

  /**
   * Whether it is written as the code of a region is: SY, IQ-AN, geonames:99592, place:ain-al-asad.
   */
  public static boolean isRegion(String code) {
    return FiltersParser.REGION.matcher(code).matches();
  }

  /**
   * A country contains its admin1 regions: IQ holds for IQ-AN. The name of a place has no parts.
   */
  private static boolean contains(String region, String code) {
    return code.equals(region) || (region.indexOf(':') < 0 && code.startsWith(region + "-"));
  }

  private static boolean sameName(String name, String other) {
    return Folding.fold(name).equals(Folding.fold(other));
  }
}
