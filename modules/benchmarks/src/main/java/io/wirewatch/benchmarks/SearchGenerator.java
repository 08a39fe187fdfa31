package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.SavedSearch.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Makes sets of searches from the words of a corpus, by kind in the share 30/30/20/10/5/5, so
 * selective that an article has a wanted number of hits, however many searches there are.
 */
final class SearchGenerator {
  /* What a search will find is estimated from the articles of each of its words. A set runs up a debt of hits; the next
   * search is the one of several drafts that comes closest to what is owed. Where nothing is owed, as mostly in a large set,
   * it is made of words that are rare, or in no article: most saved searches find nothing on most days. In a small set each
   * search owes much, which few drafts come near: it gets more of them. */
  private static final Kind[] SHARES = shares();
  private static final int LEAST_DRAFTS = 16;
  private static final int DRAFTS_OF_A_SET = 20_000;

  private final Random random;
  private final double hitsAnArticle;
  private final List<String[]> articles = new ArrayList<>();
  private final TreeMap<String, int[]> articlesByWord = new TreeMap<>();
  private final List<String> words;
  private double owed;

  SearchGenerator(Corpus corpus, double hitsAnArticle, long seed) {
    this.random = new Random(seed);
    this.hitsAnArticle = hitsAnArticle;
    Map<String, List<Integer>> byWord = new HashMap<>();
    for (String text : corpus.texts()) {
      String[] article =
          Arrays.stream(Corpus.words(text))
              .filter(SearchGenerator::isUsable)
              .toArray(String[]::new);
      int number = articles.size();
      articles.add(article);
      new HashSet<>(Arrays.asList(article))
          .forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(number));
    }
    byWord.forEach(
        (word, in) -> articlesByWord.put(word, in.stream().mapToInt(Integer::intValue).toArray()));
    this.words = new ArrayList<>(articlesByWord.keySet());
  }

  private static Kind[] shares() {
    Kind[] shares = new Kind[20];
    Arrays.fill(shares, 0, 6, Kind.TERM);
    Arrays.fill(shares, 6, 12, Kind.ALL);
    Arrays.fill(shares, 12, 16, Kind.PHRASE);
    Arrays.fill(shares, 16, 18, Kind.NEAR);
    shares[18] = Kind.NOT;
    shares[19] = Kind.PREFIX;
    return shares;
  }

  private static boolean isUsable(String word) {
    return word.length() > 2 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** In how many articles each word is. */
  Map<String, Integer> frequencies() {
    Map<String, Integer> frequencies = new HashMap<>();
    articlesByWord.forEach((word, in) -> frequencies.put(word, in.length));
    return frequencies;
  }

  List<SavedSearch> searches(int count) {
    double each = hitsAnArticle * articles.size() / count;
    int drafts = Math.max(LEAST_DRAFTS, DRAFTS_OF_A_SET / count);
    List<SavedSearch> searches = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      owed += each;
      searches.add(next("r" + i, SHARES[count < 20 ? i * 2 % 20 : i % 20], drafts));
    }
    return searches;
  }

  private SavedSearch next(String id, Kind kind, int drafts) {
    double wanted =
        owed < 1 ? 0 : Math.min(owed * (0.5 + random.nextDouble()), articles.size() / 3.0);
    SavedSearch best = draft(id, kind, wanted);
    double bestFound = found(best);
    for (int i = 1; i < drafts && Math.abs(bestFound - wanted) > wanted / 4; i++) {
      SavedSearch other = draft(id, kind, wanted);
      double otherFound = found(other);
      if (Math.abs(otherFound - wanted) < Math.abs(bestFound - wanted)) {
        best = other;
        bestFound = otherFound;
      }
    }
    owed -= bestFound;
    return best;
  }

  private SavedSearch draft(String id, Kind kind, double wanted) {
    String first = wanted == 0 && random.nextBoolean() ? coined() : word(wanted);
    return switch (kind) {
      case TERM -> new SavedSearch(id, kind, List.of(first), 0);
      case ALL -> {
        List<String> all = new ArrayList<>(List.of(first));
        int size = 2 + random.nextInt(3);
        String[] article = articles.get(random.nextInt(articles.size()));
        while (all.size() < size) {
          String other =
              random.nextBoolean() ? word(wanted) : article[random.nextInt(article.length)];
          if (!all.contains(other)) {
            all.add(other);
          }
        }
        yield new SavedSearch(id, kind, all, 0);
      }
      case PHRASE -> new SavedSearch(id, kind, pair(first, 1), 0);
      case NEAR -> new SavedSearch(id, kind, pair(first, 3), 5 + random.nextInt(10));
      case NOT -> new SavedSearch(id, kind, pair(first, 9), 0);
      case PREFIX -> {
        String long4 = first.length() < 5 ? coined() : first;
        yield new SavedSearch(
            id, kind, List.of(long4.substring(0, Math.max(4, long4.length() - 2))), 0);
      }
    };
  }

  /** Two words, the second so far behind the first somewhere, or anything where it is nowhere. */
  private List<String> pair(String first, int distance) {
    int[] in = articlesByWord.getOrDefault(first, new int[0]);
    if (in.length > 0) {
      String[] article = articles.get(in[random.nextInt(in.length)]);
      int at = Arrays.asList(article).indexOf(first) + 1 + random.nextInt(distance);
      if (at < article.length && !article[at].equals(first)) {
        return List.of(first, article[at]);
      }
    }
    String other = word(0);
    return List.of(first, other.equals(first) ? coined() : other);
  }

  private String word(double wanted) {
    String[] article = articles.get(random.nextInt(articles.size()));
    return wanted > 50 && article.length > 0
        ? article[random.nextInt(article.length)]
        : words.get(random.nextInt(words.size()));
  }

  /** A name that could be, from the halves of two words. */
  private String coined() {
    String one = words.get(random.nextInt(words.size()));
    String other = words.get(random.nextInt(words.size()));
    return one.substring(0, (one.length() + 1) / 2) + other.substring(other.length() / 2) + "a";
  }

  private double found(SavedSearch search) {
    List<String> of = search.words();
    if (search.kind() == Kind.PREFIX) {
      return articlesByWord.subMap(of.get(0), of.get(0) + '{').values().stream()
          .mapToInt(in -> in.length)
          .sum();
    }
    int[] in = articlesByWord.getOrDefault(of.get(0), new int[0]);
    if (search.kind() == Kind.TERM || search.kind() == Kind.NOT) {
      return in.length;
    }
    for (String word : of.subList(1, of.size())) {
      int[] others = articlesByWord.getOrDefault(word, new int[0]);
      in = Arrays.stream(in).filter(i -> Arrays.binarySearch(others, i) >= 0).toArray();
    }
    return search.kind() == Kind.ALL ? in.length : in.length / 2.0;
  }
}
