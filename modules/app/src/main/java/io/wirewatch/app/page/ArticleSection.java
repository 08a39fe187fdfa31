package io.wirewatch.app.page;

import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Field;
import io.wirewatch.annotate.Level;
import io.wirewatch.annotate.Place;
import io.wirewatch.annotate.Region;
import io.wirewatch.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One article of a page: its text with the names marked, its regions, its names as a table. */
final class ArticleSection {
  private static final String OUR_LANGUAGE = "en";

  private final Html html;
  private final World world;
  private final MarkedText marked;

  /** What names in a text are one and the same. */
  private record Name(EntityType type, String text, @Nullable String id) {}

  ArticleSection(Html html, World world) {
    this.html = html;
    this.world = world;
    this.marked = new MarkedText(html, world);
  }

  /** The address of an article within its page. */
  static String anchor(int number) {
    return "article-" + number;
  }

  void write(int number, PageArticle article) {
    Language language = article.found().language();
    html.ours("\n")
        .open("article", "id", anchor(number), "lang", lang(language), "dir", direction(language));
    html.open("header");
    about(number, article);
    headline(article);
    html.close("header").open("div", "class", "body");
    marked.paragraphs(article.body(), article.entities(Field.BODY));
    html.close("div");
    regions(article.found().regions());
    names(article.found().entities());
    html.close("article");
  }

  private void about(int number, PageArticle article) {
    String from = article.dateline().isEmpty() ? "" : "from " + article.dateline();
    html.open("p", "class", "about", "lang", OUR_LANGUAGE, "dir", "ltr");
    html.text(number + " · ");
    for (String part : List.of(article.source(), from, name(article.found().language()))) {
      if (!part.isEmpty()) {
        html.element("bdi", part).text(" · ");
      }
    }
    html.element("code", article.id(), "dir", "auto").close("p");
  }

  private void headline(PageArticle article) {
    if (article.headline().isBlank()) {
      html.element("h3", "without a headline", "class", "none", "lang", OUR_LANGUAGE);
    } else {
      html.open("h3");
      marked.line(article.headline(), article.entities(Field.HEADLINE));
      html.close("h3");
    }
  }

  /** The regions by country, the heaviest country and in it the heaviest region first. */
  private void regions(List<Region> regions) {
    html.open("section", "class", "regions", "lang", OUR_LANGUAGE, "dir", "ltr");
    html.element("h4", "Regions");
    if (regions.isEmpty()) {
      html.element("p", "none", "class", "none");
    } else {
      html.open("ul");
      regions.stream()
          .collect(Collectors.groupingBy(Region::country, LinkedHashMap::new, Collectors.toList()))
          .values()
          .forEach(ofACountry -> ofACountry.forEach(this::region));
      html.close("ul");
    }
    html.close("section");
  }

  private void region(Region region) {
    String weight = Words.percent(region.weight());
    html.open("li", "class", region.level().name().toLowerCase(Locale.ROOT), "title", title(region))
        .open("span", "class", "bar", "style", "--part:" + weight)
        .text(region.name());
    if (region.level() == Level.ADMIN1) {
      html.element("small", " division");
    }
    html.close("span").text(" ").element("span", weight, "class", "weight").close("li");
  }

  private String title(Region region) {
    return "%s · weight %s · %s"
        .formatted(region.code(), region.weight(), Degrees.point(region.lat(), region.lon()));
  }

  private void names(List<Entity> entities) {
    Map<Name, List<Entity>> names =
        entities.stream()
            .collect(
                Collectors.groupingBy(
                    entity -> new Name(entity.type(), entity.text(), entity.id()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (names.isEmpty()) {
      return;
    }
    html.open("details", "lang", OUR_LANGUAGE, "dir", "ltr");
    html.element("summary", Words.count(names.size(), "name") + " as a table");
    html.open("div", "class", "scroll").open("table");
    html.ours(
        "<thead><tr><th scope=\"col\">Name<th scope=\"col\">Type<th scope=\"col\">Stands for");
    html.ours(
        "<th scope=\"col\">Where<th scope=\"col\">Id<th scope=\"col\" class=\"number\">Times");
    html.ours("<th scope=\"col\" class=\"number\">Confidence</thead><tbody>");
    names.forEach(this::row);
    html.ours("</tbody></table></div>").close("details");
  }

  private void row(Name name, List<Entity> entities) {
    double most = entities.stream().mapToDouble(Entity::confidence).max().orElse(0);
    Place place = entities.get(0).place();
    String id = name.id == null ? "" : name.id;
    html.open("tr").open("th", "scope", "row").element("bdi", name.text).close("th");
    html.element("td", TypeLook.of(name.type).name());
    html.element("td", world.name(id).orElse(""));
    html.element("td", place == null ? "" : world.surroundings(place));
    html.open("td").element("code", id).close("td");
    html.element("td", Integer.toString(entities.size()), "class", "number");
    html.element("td", Words.percent(most), "class", "number").close("tr");
  }

  private static String name(Language language) {
    return switch (language) {
      case EN -> "English";
      case AR -> "Arabic";
      case CKB -> "Sorani";
      case KMR -> "Kurmanji";
      case OTHER -> "another language";
    };
  }

  /** The code, or nothing, which says that nobody knows. */
  private static String lang(Language language) {
    return language == Language.OTHER ? "" : language.code();
  }

  private static String direction(Language language) {
    return switch (language) {
      case AR, CKB -> "rtl";
      case EN, KMR -> "ltr";
      case OTHER -> "auto";
    };
  }
}
