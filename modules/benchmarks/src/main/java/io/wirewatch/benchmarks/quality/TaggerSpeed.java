package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.ArticleText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How fast taggers of names are on the same articles: by turns, one thread. */
public final class TaggerSpeed {
  private static final int SAMPLE_TOKENS = 40_000;
  private static final int WARM_UPS = 3;

  private final List<ArticleText> sample = new ArrayList<>();
  private final int tokens;

  /**
   * Tokens a second.
   *
   * @param clock by the clock
   * @param processor by the thread's processor time, from which other work takes less
   */
  public record Rates(Spread clock, Spread processor) {}

  private record Rate(double clock, double processor) {}

  /** On some articles that stand evenly in these. */
  public TaggerSpeed(List<MarkedArticle> articles) {
    int all = articles.stream().mapToInt(a -> OpenNlpText.tokens(a.text().body())).sum();
    int step = Math.max(1, all / SAMPLE_TOKENS);
    for (int i = 0; i < articles.size(); i += step) {
      sample.add(articles.get(i).text());
    }
    tokens = sample.stream().mapToInt(text -> OpenNlpText.tokens(text.body())).sum();
  }

  /** The sample, in words and punctuation marks. */
  public int tokens() {
    return tokens;
  }

  /** Measures all of them; each round is of whole passes over the sample. */
  public Map<Contestant, Rates> measure(
      Map<Contestant, EntityTagger> taggers, int rounds, double secondsARound) {
    Map<Contestant, List<Rate>> rates = new EnumMap<>(Contestant.class);
    for (int round = -WARM_UPS; round < rounds; round++) {
      for (Map.Entry<Contestant, EntityTagger> tagger : taggers.entrySet()) {
        Rate rate = rate(tagger.getValue(), secondsARound);
        System.err.printf("  round %d, %s: %s%n", round, tagger.getKey().title(), rate);
        if (round >= 0) {
          rates.computeIfAbsent(tagger.getKey(), who -> new ArrayList<>()).add(rate);
        }
      }
    }
    Map<Contestant, Rates> measured = new EnumMap<>(Contestant.class);
    rates.forEach(
        (who, some) ->
            measured.put(
                who,
                new Rates(
                    Spread.of(some.stream().map(Rate::clock).toList()),
                    Spread.of(some.stream().map(Rate::processor).toList()))));
    return measured;
  }

  private Rate rate(EntityTagger tagger, double seconds) {
    var threads = ManagementFactory.getThreadMXBean();
    long done = 0;
    long found = 0;
    long start = System.nanoTime();
    long used = threads.getCurrentThreadCpuTime();
    while (System.nanoTime() - start < seconds * 1e9) {
      for (ArticleText text : sample) {
        found += tagger.tag(text).size();
      }
      done += tokens;
    }
    // What was found is counted, so that no compiler leaves the work out.
    if (found == 0) {
      throw new IllegalStateException("no name found: these articles are not in English");
    }
    return new Rate(
        done * 1e9 / (System.nanoTime() - start),
        done * 1e9 / (threads.getCurrentThreadCpuTime() - used));
  }
}
