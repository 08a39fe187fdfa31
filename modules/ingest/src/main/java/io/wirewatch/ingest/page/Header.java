package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines that open a block: publisher, age, and a list that names the publisher again, after a
 * category perhaps.
 *
 * @param top index of its first line
 * @param contentAt index of the line after it
 * @param age null where the block has none
 * @param confirmed whether the publisher is named twice
 */
record Header(int top, int contentAt, String publisher, @Nullable Age age, boolean confirmed) {

  private static final int MOST_BYLINES = 4;
  private static final int MOST_CATEGORY_WORDS = 4;
  private static final int MOST_NAME_CHARS = 60;
  private static final int MOST_NAME_WORDS = 7;

  /** All headers, from the top of the page to its end. */
  static List<Header> in(List<PageLine> lines) {
    List<Header> headers = new ArrayList<>();
    int floor = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (Furniture.ends(lines.get(at).text())) {
        floor = at + 1;
        continue;
      }
      Optional<Header> header = new Surroundings(lines, at, floor).header();
      if (header.isPresent()) {
        headers.add(header.get());
        floor = header.get().contentAt;
        at = floor - 1;
      }
    }
    return headers;
  }

  Header openedAt(int line) {
    return new Header(line, contentAt, publisher, age, confirmed);
  }

  /** A line and its neighbours, down to the last line that belongs to somebody else. */
  private record Surroundings(List<PageLine> lines, int at, int floor) {

    Optional<Header> header() {
      Optional<Stamp> stamp = Stamp.of(text(at));
      if (stamp.isPresent()) {
        return stamped(stamp.get()).map(found -> found.openedAt(aboveCopies(found)));
      }
      int content = afterBullets();
      boolean named =
          content > at + 1
              && isName(text(at))
              && Fold.same(text(at), last(bullets(at + 1, content)));
      return named ? Optional.of(new Header(at, content, text(at), null, true)) : Optional.empty();
    }

    private Optional<Header> stamped(Stamp stamp) {
      int content = afterBullets();
      List<String> bylines = new ArrayList<>(stamp.bylines());
      bylines.addAll(bullets(at + 1, content));
      if (!stamp.publisher().isEmpty()) {
        Optional<String> again =
            bylines.stream().filter(b -> endsIn(stamp.publisher(), b)).findFirst();
        String publisher = again.orElse(stamp.publisher());
        int top = again.isPresent() && isAbove(publisher) ? at - 1 : at;
        return Optional.of(new Header(top, content, publisher, stamp.age(), again.isPresent()));
      }
      return bylines.isEmpty() ? namedAbove(stamp.age()) : named(stamp.age(), content, bylines);
    }

    private Optional<Header> named(Age age, int content, List<String> bylines) {
      for (String byline : bylines) {
        if (isAbove(byline)) {
          return Optional.of(new Header(at - 1, content, byline, age, true));
        }
      }
      boolean above = at > floor && isName(text(at - 1)) && bylines.size() == 1;
      return Optional.of(
          above
              ? new Header(at - 1, content, text(at - 1), age, false)
              : new Header(at, content, last(bylines), age, false));
    }

    /** The publisher stands above the age, in a list with its category perhaps. */
    private Optional<Header> namedAbove(Age age) {
      if (at <= floor) {
        return Optional.empty();
      }
      int top = at - 1;
      String name = Bullets.isBullet(text(top)) ? last(Bullets.items(text(top))) : text(top);
      if (!isName(name)) {
        return Optional.empty();
      }
      top = aboveCategories(top);
      boolean twice = top > floor && !text(top).equals(name) && Fold.same(text(top - 1), name);
      return Optional.of(new Header(twice ? top - 1 : top, at + 1, name, age, twice));
    }

    /** Some pages put the category first, or the name once more for its picture. */
    private int aboveCopies(Header found) {
      int first = aboveCategories(found.top);
      while (first > floor && endsIn(text(first - 1), found.publisher)) {
        first--;
      }
      return first;
    }

    private int aboveCategories(int top) {
      int first = top;
      while (first > floor && isCategory(text(first - 1))) {
        first--;
      }
      return first;
    }

    private static boolean isCategory(String line) {
      return line.startsWith("•")
          && isByline(line)
          && Bullets.items(line).stream()
              .allMatch(i -> i.split(" ", -1).length <= MOST_CATEGORY_WORDS);
    }

    private int afterBullets() {
      int end = at + 1;
      while (end < lines.size() && end <= at + MOST_BYLINES && isByline(text(end))) {
        end++;
      }
      return end;
    }

    private static boolean isByline(String line) {
      return Bullets.isBullet(line) && Bullets.items(line).stream().allMatch(Header::isName);
    }

    private List<String> bullets(int from, int to) {
      List<String> items = new ArrayList<>();
      for (int line = from; line < to; line++) {
        items.addAll(Bullets.items(text(line)));
      }
      return items;
    }

    private boolean isAbove(String name) {
      return at > floor && endsIn(text(at - 1), name);
    }

    private String text(int line) {
      return lines.get(line).text();
    }
  }

  private static String last(List<String> list) {
    return list.get(list.size() - 1);
  }

  /** The name, with the description of its picture glued before it or not. */
  private static boolean endsIn(String text, String name) {
    return Fold.same(text, name) || Fold.same(text, "logo" + name);
  }

  private static boolean isName(String text) {
    return text.length() <= MOST_NAME_CHARS
        && text.split(" ", -1).length <= MOST_NAME_WORDS
        && ".:;؟،".indexOf(text.charAt(text.length() - 1)) < 0
        && text.chars().anyMatch(Character::isLetter);
  }
}
