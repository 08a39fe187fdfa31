package io.wirewatch.app.page;

import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Gazetteer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Annotated articles as one page of HTML, for a browser or for paper: names coloured by type, the
 * regions of each article, the places of all on a map. It loads nothing, runs nothing, and whatever
 * the articles hold is text in it. The same articles always give the same page.
 *
 * <p>A page has an end: articles over the first {@value #MOST_ARTICLES}, and those that would bring
 * it over {@value #MOST_CHARACTERS} characters of text, are left out, and the page says how many.
 */
public final class AnnotationPage {
  /** Articles that a page has at most. */
  public static final int MOST_ARTICLES = 500;

  /** UTF-16 code units of text that a page has at most. */
  public static final int MOST_CHARACTERS = 2_000_000;

  private static final MapWords PLACES =
      new MapWords(
          "Places",
          "No place with known coordinates is named.",
          "most often",
          "The larger, the more often named.",
          List.of("Named", "Articles"));

  private final List<PageArticle> articles = new ArrayList<>();
  private final Atlas atlas = new Atlas();
  private int characters;
  private long leftOut;

  /** Adds an article at the end, or counts it where there is no room. */
  public void add(PageArticle article) {
    if (articles.size() == MOST_ARTICLES || characters + article.length() > MOST_CHARACTERS) {
      leftOut++;
      return;
    }
    characters += article.length();
    articles.add(article);
    atlas.add(article);
  }

  /**
   * Writes the page.
   *
   * @param gazetteer what the articles were annotated with; its towns are the ground of the maps
   */
  public void write(Gazetteer gazetteer, Appendable out) throws IOException {
    World world = World.of(gazetteer, ids());
    try {
      write(new Html(out), world);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>(atlas.ids());
    articles.stream()
        .flatMap(article -> article.found().entities().stream())
        .map(Entity::id)
        .filter(Objects::nonNull)
        .forEach(ids::add);
    return ids;
  }

  private void write(Html html, World world) {
    List<Spot> spots = atlas.spots(world);
    PageHead.write(html, "Names and places in " + Words.count(articles.size(), "article"));
    html.open("body").open("header", "class", "top").element("h1", "Names and places");
    html.element("p", sums(spots), "class", "sums");
    leftOut(html);
    legend(html);
    html.close("header").open("main");
    new PlaceMaps(html, world, PLACES, spots).write();
    html.open("section", "class", "articles").element("h2", "Articles");
    contents(html);
    ArticleSection section = new ArticleSection(html, world);
    for (int at = 0; at < articles.size(); at++) {
      section.write(at + 1, articles.get(at));
    }
    html.close("section").close("main").close("body").close("html").ours("\n");
  }

  private String sums(List<Spot> spots) {
    long names = articles.stream().mapToLong(article -> article.found().entities().size()).sum();
    return "%s · %s · %s"
        .formatted(
            Words.count(articles.size(), "article"),
            Words.count(names, "name"),
            Words.count(spots.size(), "place"));
  }

  private void leftOut(Html html) {
    if (leftOut > 0) {
      html.element(
          "p",
          "Left out: %s more. A page has room for the first %,d, and for %,d characters of text."
              .formatted(Words.count(leftOut, "article"), MOST_ARTICLES, MOST_CHARACTERS),
          "class",
          "left-out");
    }
  }

  /** What the marks mean; unticked, a type is not marked. */
  private static void legend(Html html) {
    html.open("ul", "class", "legend", "aria-label", "What the marks mean");
    for (EntityType type : EntityType.values()) {
      TypeLook look = TypeLook.of(type);
      html.open("li").open("label");
      html.ours("<input type=\"checkbox\" checked autocomplete=\"off\" class=\"show-");
      html.ours(look.style()).ours("\"> ");
      html.element("mark", look.name(), "class", look.style()).text(" ");
      html.element("span", look.meaning()).close("label").close("li");
    }
    html.close("ul");
  }

  private void contents(Html html) {
    html.open("details", "class", "contents").element("summary", "Contents").open("ol");
    for (int at = 0; at < articles.size(); at++) {
      PageArticle article = articles.get(at);
      String name = article.headline().isBlank() ? article.id() : article.headline();
      html.open("li").open("a", "href", "#" + ArticleSection.anchor(at + 1));
      html.element("bdi", name).close("a").close("li");
    }
    html.close("ol").close("details");
  }
}
