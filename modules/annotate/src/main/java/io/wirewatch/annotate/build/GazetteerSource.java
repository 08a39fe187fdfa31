package io.wirewatch.annotate.build;

import io.wirewatch.annotate.Meaning;
import io.wirewatch.annotate.Meaning.Kind;
import io.wirewatch.annotate.NameUse;
import io.wirewatch.annotate.PersonName;
import io.wirewatch.language.Folding;
import io.wirewatch.language.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data folder into a gazetteer, countries first, then what lies in them, then who acts
 * there.
 */
final class GazetteerSource {
  private static final float COUNTRY_WEIGHT = 8.5f;
  private static final float ADMIN1_WEIGHT = 6f;
  private static final float EXTRA_WEIGHT = 5f;
  /* A sea is named more often than the province on its shore. */
  private static final float NO_COUNTRY_WEIGHT = 7.5f;
  /* A district is named less often than a town of as many people. */
  private static final float DISTRICT = 1f;
  private static final List<String> LANGUAGES = List.of("en", "ar", "ckb", "kmr");

  /** The names of GeoNames do not say their language. */
  static final String ANY = "any";

  private final Path data;
  private final GazetteerFile file = new GazetteerFile();
  private final NameRules rules;
  private final List<Table.Row> names;
  private final Map<String, Integer> divisionsByWord = new HashMap<>();

  private GazetteerSource(Path data) throws IOException {
    this.data = data;
    this.names = Table.read(data.resolve("names.tsv"), 3, false);
    this.rules = NameRules.read(data.resolve("common-words.tsv"));
  }

  static GazetteerFile read(Path data) throws IOException {
    GazetteerSource source = new GazetteerSource(data);
    source.countries();
    source.divisions();
    source.districts();
    source.places();
    source.extraPlaces();
    source.moreNames();
    source.nationalities();
    source.peoples();
    source.actors();
    source.personNames();
    return source.file;
  }

  private void countries() throws IOException {
    var centres = new HashMap<String, Table.Row>();
    for (Table.Row row : Table.read(data.resolve("nations.tsv"), 7, true))
      centres.put(row.text(0), row);
    for (Table.Row row : Table.read(data.resolve("countries.tsv"), 6, true)) {
      Table.Row centre = centres.get(row.text(0));
      if (centre == null) continue;
      int self = file.next();
      String name = row.list(2).get(row.list(2).size() - 1);
      file.add(
          new Meaning(
              Kind.COUNTRY,
              "iso:" + row.text(0),
              name,
              self,
              -1,
              centre.number(1),
              centre.number(2),
              COUNTRY_WEIGHT));
      for (int language = 0; language < 4; language++)
        name(row.list(2 + language), LANGUAGES.get(language), self);
    }
  }

  private void divisions() throws IOException {
    for (Table.Row row : Table.read(data.resolve("admin1.tsv"), 4, true)) {
      int country = file.index("iso:" + row.text(0).substring(0, 2));
      if (country < 0) continue;
      int self = file.next();
      float weight = ADMIN1_WEIGHT + Weights.home(row.text(0));
      String name = row.list(3).get(0);
      file.add(
          new Meaning(
              Kind.ADMIN1,
              "iso:" + row.text(0),
              name,
              country,
              self,
              row.number(1),
              row.number(2),
              weight));
      name(row.list(3), "en", self);
      if (Weights.home(row.text(0)) >= 1) {
        for (String called : row.list(3))
          divisionsByWord.put(row.text(0).substring(0, 2) + " " + Folding.fold(called), self);
      }
    }
  }

  private void districts() throws IOException {
    for (Table.Row row : Table.read(data.resolve("admin2.tsv.gz"), 7, true)) {
      int country = file.index("iso:" + row.text(1));
      if (country < 0) continue;
      float weight = Weights.place(row.text(1), row.number(5), "") - DISTRICT;
      int self =
          file.add(
              new Meaning(
                  Kind.PLACE,
                  "geonames:" + row.text(0),
                  row.text(6),
                  country,
                  file.index("iso:" + row.text(2)),
                  row.number(3),
                  row.number(4),
                  weight));
      file.name(row.text(6), self, NameUse.TAGGED);
    }
  }

  private void places() throws IOException {
    Set<String> named = new HashSet<>();
    for (Table.Row row : names) named.addAll(List.of(row.text(0).split(",", -1)));
    for (Table.Row row : Table.read(data.resolve("places.tsv.gz"), 8, true)) {
      int country = file.index("iso:" + row.text(1));
      if (country < 0) continue;
      float weight = Weights.place(row.text(1), row.number(5), row.text(6));
      if (named.contains(row.text(0)))
        weight = Math.max(weight, EXTRA_WEIGHT + Weights.home(row.text(1)));
      int admin1 = file.index("iso:" + row.text(2));
      int self =
          file.add(
              new Meaning(
                  Kind.PLACE,
                  "geonames:" + row.text(0),
                  row.list(7).get(0),
                  country,
                  admin1,
                  row.number(3),
                  row.number(4),
                  weight));
      name(row.list(7), ANY, self);
    }
  }

  private void extraPlaces() throws IOException {
    for (Table.Row row : Table.read(data.resolve("places-extra.tsv"), 11, true)) {
      int country = row.text(1).equals("-") ? -1 : index(row, "iso:" + row.text(1));
      int admin1 = row.text(2).equals("-") ? -1 : index(row, "iso:" + row.text(2));
      String name =
          LANGUAGES.stream()
              .flatMap(l -> row.list(6 + LANGUAGES.indexOf(l)).stream())
              .findFirst()
              .orElseThrow();
      float weight = country < 0 ? NO_COUNTRY_WEIGHT : EXTRA_WEIGHT + Weights.home(row.text(1));
      int self =
          file.add(
              new Meaning(
                  Kind.PLACE,
                  "place:" + row.text(0),
                  name,
                  country,
                  admin1,
                  row.number(3),
                  row.number(4),
                  weight));
      for (int language = 0; language < 4; language++)
        name(row.list(6 + language), LANGUAGES.get(language), self);
    }
  }

  private void moreNames() throws IOException {
    for (Table.Row row : names) {
      if (!LANGUAGES.contains(row.text(1)))
        throw new IOException(row.where() + ": no such language: " + row.text(1));
      for (String id : row.text(0).split(",", -1)) {
        int meaning = index(row, (Character.isDigit(id.charAt(0)) ? "geonames:" : "iso:") + id);
        name(row.list(2), row.text(1), meaning);
      }
    }
  }

  private void nationalities() throws IOException {
    for (Table.Row row : Table.read(data.resolve("nations.tsv"), 7, true)) {
      int country = index(row, "iso:" + row.text(0));
      Meaning of = file.meaning(country);
      int self =
          file.add(
              new Meaning(
                  Kind.NATIONALITY,
                  "nationality:" + row.text(0),
                  of.name(),
                  country,
                  -1,
                  of.lat(),
                  of.lon(),
                  COUNTRY_WEIGHT));
      adjectives(row, 3, self);
    }
  }

  private void peoples() throws IOException {
    for (Table.Row row : Table.read(data.resolve("peoples.tsv"), 5, true)) {
      String name = row.list(1).get(0);
      int self =
          file.add(
              new Meaning(
                  Kind.NATIONALITY, "people:" + row.text(0), name, -1, -1, 0, 0, COUNTRY_WEIGHT));
      adjectives(row, 1, self);
    }
  }

  private void adjectives(Table.Row row, int first, int meaning) {
    for (String called : row.list(first)) file.name(called, meaning, 0);
    for (String stem : row.list(first + 1))
      for (String form : Demonyms.arabic(stem)) file.name(form, meaning, NameUse.ARABIC);
    for (String called : row.list(first + 2)) file.name(called, meaning, NameUse.SORANI);
    for (String called : row.list(first + 3))
      file.name(called, meaning, NameUse.KURMANJI | NameUse.LOWER);
  }

  private void personNames() throws IOException {
    for (Table.Row row : Table.read(data.resolve("person-names.tsv"), 3, true)) {
      int bit =
          switch (row.text(0)) {
            case "given" -> PersonName.GIVEN;
            case "family" -> PersonName.FAMILY;
            case "given-word" -> PersonName.GIVEN | PersonName.WORD;
            case "family-word" -> PersonName.FAMILY | PersonName.WORD;
            default -> throw new IOException(row.where() + ": given or family wanted");
          };
      for (String name : row.text(2).split(" ", -1)) file.personName(name, bit);
    }
  }

  private void actors() throws IOException {
    for (Actors.Actor actor : Actors.read(data.resolve("actors.yaml"))) {
      int country = actor.country() == null ? -1 : file.index("iso:" + actor.country());
      String name = actor.names().values().iterator().next().get(0);
      int self =
          file.add(
              new Meaning(
                  actor.kind(),
                  actor.id(),
                  name,
                  country,
                  division(name, actor.country()),
                  0,
                  0,
                  COUNTRY_WEIGHT));
      actor
          .names()
          .forEach(
              (language, names) ->
                  names.forEach(n -> file.name(n, self, rules.actor(n, language))));
    }
  }

  /**
   * The home region's province that an actor is named after ("Anbar Operations Command"), or -1.
   */
  private int division(String actor, @Nullable String country) {
    Tokens words = Tokens.of(actor);
    for (int i = 0; i < words.size(); i++) {
      int division = divisionsByWord.getOrDefault(country + " " + words.folded(i), -1);
      if (division >= 0) return division;
    }
    return -1;
  }

  private void name(List<String> names, String language, int index) {
    Meaning meaning = file.meaning(index);
    String country =
        meaning.country() < 0
            ? ""
            : file.meaning(meaning.country()).id().substring("iso:".length());
    for (String name : names) {
      rules
          .uses(name, language, meaning, country)
          .forEach((form, bits) -> file.name(form, index, bits));
    }
  }

  private int index(Table.Row row, String id) throws IOException {
    int index = file.index(id);
    if (index < 0) throw new IOException(row.where() + ": nothing is known as " + id);
    return index;
  }
}
