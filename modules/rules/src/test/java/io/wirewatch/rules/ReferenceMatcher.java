package io.wirewatch.rules;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.wirewatch.language.ArabicClitics;
import io.wirewatch.language.Language;
import io.wirewatch.language.PartialFolding;
import io.wirewatch.language.Stemmer;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a rule means, as plainly as can be; shares only the analysis of words with the engine. */
record ReferenceMatcher(List<Rule> rules) implements Matcher {
  private static final Map<Language, Stemmer> STEMMERS =
      Stream.of(Language.values()).collect(toMap(to -> to, Stemmer::forLanguage));

  /** A word that a rule may match: a token, or a hyphenated word put together. */
  private record Unit(int first, int last, String folded, String surface) {}

  private record Text(Field field, Tokens tokens, List<Unit> units) {}

  /** A stretch of tokens, both ends included, and the term that was found there. */
  private record Place(Text text, int first, int last, String term) {
    static final Comparator<Place> READING =
        Comparator.comparing((Place p) -> p.text.field)
            .thenComparingInt(Place::first)
            .thenComparingInt(Place::last);

    boolean overlaps(Place other) {
      return text.field == other.text.field && first <= other.last && other.first <= last;
    }

    Span span() {
      int start = text.tokens.start(first);
      int end = text.tokens.end(last);
      return new Span(text.field, start, end, text.tokens.text().substring(start, end), term);
    }
  }

  private record Outcome(boolean holds, List<Span> spans, int unlisted) {
    static final Outcome NO = new Outcome(false, List.of(), 0);

    static Outcome of(List<Place> places) {
      var distinct = new TreeSet<>(Place.READING);
      distinct.addAll(places);
      return new Outcome(
          !places.isEmpty(),
          distinct.stream().limit(5).map(Place::span).toList(),
          Math.max(0, distinct.size() - 5));
    }

    static Outcome together(List<Outcome> outcomes) {
      return new Outcome(
          true,
          outcomes.stream().flatMap(outcome -> outcome.spans.stream()).toList(),
          outcomes.stream().mapToInt(Outcome::unlisted).sum());
    }
  }

  @Override
  public List<RuleMatch> match(Article unread, Supplier<Article> read) {
    List<Text> texts = texts(unread);
    return rules.stream().anyMatch(rule -> outcome(rule, unread, texts).holds)
        ? matches(read.get(), texts)
        : List.of();
  }

  private List<RuleMatch> matches(Article article, List<Text> texts) {
    return rules.stream().flatMap(rule -> match(rule, article, texts).stream()).toList();
  }

  private static List<Text> texts(Article article) {
    return Stream.of(Field.values()).map(field -> text(field, article)).toList();
  }

  private static Outcome outcome(Rule rule, Article article, List<Text> all) {
    List<Text> texts = all.stream().filter(text -> rule.fields().contains(text.field)).toList();
    var one = new OneRule(texts, Language.of(article.language()), new ArrayList<>());
    rule.notSpan().forEach(clause -> one.excluded.addAll(one.places(clause)));
    return one.evaluate(rule.when());
  }

  private static Optional<RuleMatch> match(Rule rule, Article article, List<Text> texts) {
    Outcome outcome = outcome(rule, article, texts);
    Map<List<Object>, Span> spans = new LinkedHashMap<>();
    outcome.spans.stream()
        .sorted()
        .forEach(s -> spans.putIfAbsent(List.of(s.field(), s.start(), s.end()), s));
    return Optional.of(new RuleMatch(rule, List.copyOf(spans.values()), outcome.unlisted))
        .filter(match -> outcome.holds && rule.filters().pass(article));
  }

  private static Text text(Field field, Article article) {
    Tokens tokens = Tokens.of(article.text(field));
    List<Unit> units = new ArrayList<>();
    for (int first = 0; first < tokens.size(); first++) {
      boolean runStarts = first == 0 || !tokens.joined(first - 1);
      for (int last = first;
          last < Math.min(tokens.size(), first + 9) && (last == first || tokens.joined(last - 1));
          last++) {
        if (last - first < 2 || (runStarts && !tokens.joined(last))) {
          String folded = joined(first, last, tokens::folded);
          String surface = joined(first, last, tokens::surface);
          units.add(new Unit(first, last, folded, surface));
        }
      }
    }
    return new Text(field, tokens, units);
  }

  private static String joined(int first, int last, IntFunction<String> part) {
    return IntStream.rangeClosed(first, last).mapToObj(part).collect(joining());
  }

  private record OneRule(List<Text> texts, Language article, List<Place> excluded) {
    Outcome evaluate(Clause clause) {
      if (clause instanceof Clause.All all) {
        List<Outcome> parts = holding(all.of());
        return parts.size() == all.of().size() ? Outcome.together(parts) : Outcome.NO;
      }
      if (clause instanceof Clause.AnyOf any) {
        List<Outcome> parts = holding(any.of());
        return parts.isEmpty() ? Outcome.NO : Outcome.together(parts);
      }
      if (clause instanceof Clause.NoneOf none) {
        return holding(none.of()).isEmpty() ? Outcome.together(List.of()) : Outcome.NO;
      }
      if (clause instanceof Clause.Score score) {
        List<Clause.Weighted> held =
            score.of().stream().filter(part -> evaluate(part.clause()).holds).toList();
        return held.stream().mapToDouble(Clause.Weighted::weight).sum() >= score.atLeast()
            ? Outcome.together(holding(held.stream().map(Clause.Weighted::clause).toList()))
            : Outcome.NO;
      }
      return Outcome.of(counted(clause));
    }

    private List<Outcome> holding(List<Clause> clauses) {
      return clauses.stream().map(this::evaluate).filter(Outcome::holds).toList();
    }

    /** The places that count: of near, its parts must not be excluded. */
    private List<Place> counted(Clause clause) {
      return clause instanceof Clause.Near
          ? places(clause, this::counted)
          : places(clause, this::places).stream()
              .filter(place -> excluded.stream().noneMatch(place::overlaps))
              .toList();
    }

    private List<Place> places(Clause clause) {
      return places(clause, this::places);
    }

    /** In reading order; where a place occurs twice, in the order of the clauses. */
    private List<Place> places(Clause clause, Function<Clause, List<Place>> parts) {
      List<Place> places = new ArrayList<>();
      if (clause instanceof Clause.Words words) {
        texts.forEach(text -> places.addAll(places(words, text)));
      } else if (clause instanceof Clause.Concept concept) {
        concept.aliases().forEach(alias -> places.addAll(places(alias)));
      } else if (clause instanceof Clause.AnyOf any) {
        any.of().forEach(part -> places.addAll(places(part)));
      } else if (clause instanceof Clause.Near near) {
        List<List<Place>> found = near.of().stream().map(parts).toList();
        for (Text text : texts) {
          List<List<Place>> here =
              found.stream()
                  .map(
                      part ->
                          part.stream().filter(place -> place.text.field == text.field).toList())
                  .toList();
          places.addAll(
              near.ordered() ? chains(near.within(), here) : stretches(near.within(), here));
        }
      }
      places.sort(Place.READING);
      return places;
    }

    /** Everything in any stretch of so many words that holds one of each. */
    private static List<Place> stretches(int within, List<List<Place>> parts) {
      IntPredicate holdsEach =
          start ->
              parts.stream()
                  .allMatch(
                      part ->
                          part.stream().anyMatch(p -> p.first >= start && p.last < start + within));
      return parts.stream()
          .flatMap(List::stream)
          .filter(p -> IntStream.rangeClosed(p.last - within + 1, p.first).anyMatch(holdsEach))
          .toList();
    }

    /** From each place of the first part on, always what ends first. */
    private static List<Place> chains(int within, List<List<Place>> parts) {
      List<Place> places = new ArrayList<>();
      for (Place first : parts.get(0)) {
        var nowhere = new Place(first.text, 0, Integer.MAX_VALUE, "");
        List<Place> chain = new ArrayList<>(List.of(first));
        for (List<Place> part : parts.subList(1, parts.size())) {
          int last = chain.get(chain.size() - 1).last;
          part.stream()
              .filter(place -> place.first > last)
              .min(Comparator.comparingInt(Place::last))
              .ifPresentOrElse(chain::add, () -> chain.add(nowhere));
        }
        if (chain.get(chain.size() - 1).last - first.first < within) {
          places.addAll(chain);
        }
      }
      return places;
    }

    private List<Place> places(Clause.Words words, Text text) {
      var places = new TreeSet<>(Place.READING);
      for (List<Clause.Word> spelling : words.spellings()) {
        for (Unit unit : text.units) {
          int end =
              matches(words, spelling.get(0), unit)
                  ? end(words, spelling, 1, unit.last, words.slop(), text)
                  : -1;
          if (end >= 0) {
            places.add(new Place(text, unit.first, end, words.term()));
          }
        }
      }
      Clause.Context context = words.context();
      context.notBefore().stream()
          .flatMap(unwanted -> places(unwanted, text).stream())
          .forEach(after -> places.removeIf(place -> place.last + 1 == after.first));
      context.notAfter().stream()
          .flatMap(unwanted -> places(unwanted, text).stream())
          .forEach(before -> places.removeIf(place -> place.first - 1 == before.last));
      return List.copyOf(places);
    }

    /** The earliest end of the words from the {@code next} on; -1 when they do not follow. */
    private int end(
        Clause.Words words, List<Clause.Word> spelling, int next, int last, int slop, Text text) {
      if (next == spelling.size()) {
        return last;
      }
      return text.units.stream()
          .filter(unit -> unit.first > last && unit.first - last - 1 <= slop)
          .filter(unit -> matches(words, spelling.get(next), unit))
          .mapToInt(
              unit ->
                  end(words, spelling, next + 1, unit.last, slop - (unit.first - last - 1), text))
          .filter(end -> end >= 0)
          .min()
          .orElse(-1);
    }

    private boolean matches(Clause.Words words, Clause.Word word, Unit unit) {
      List<String> readings =
          words.clitics() && isArabic(unit.folded)
              ? ArabicClitics.readings(unit.folded)
              : List.of(unit.folded);
      boolean meets =
          switch (words.match()) {
            case EXACT -> readings.contains(word.folded());
            case PREFIX -> readings.stream().anyMatch(reading -> reading.startsWith(word.folded()));
            case STEM -> languages(words, word).anyMatch(to -> sameStem(to, word, unit));
          };
      boolean spelled =
          words.folded() == null
              || words.match() == Clause.Match.PREFIX
              || words.clitics()
              || new PartialFolding(words.folded()).equal(word.written(), unit.surface);
      return meets
          && spelled
          && !(words.upper() && unit.surface.codePoints().anyMatch(Character::isLowerCase));
    }

    /** A term without a language is read in the article's, or in those of its script. */
    private Stream<Language> languages(Clause.Words words, Clause.Word word) {
      boolean arabic = isArabic(word.folded());
      List<Language> script =
          arabic ? List.of(Language.AR, Language.CKB) : List.of(Language.EN, Language.KMR);
      Language one = script.contains(article) ? article : Language.EN;
      boolean untold = !script.contains(article) && (arabic || article == Language.OTHER);
      return words.language() != null
          ? Stream.of(words.language())
          : untold ? script.stream() : Stream.of(one);
    }

    private static boolean sameStem(Language language, Clause.Word word, Unit unit) {
      boolean arabic = language == Language.AR || language == Language.CKB;
      if (language == Language.OTHER || isArabic(word.folded()) != arabic) {
        return word.folded().equals(unit.folded);
      }
      Stemmer stemmer = STEMMERS.get(language);
      return isArabic(unit.folded) == arabic
          && stemmer.readings(unit.folded).contains(stemmer.stem(word.folded()));
    }
  }

  private static boolean isArabic(String folded) {
    return folded.charAt(0) >= 0x600 && folded.charAt(0) < 0x780;
  }
}
