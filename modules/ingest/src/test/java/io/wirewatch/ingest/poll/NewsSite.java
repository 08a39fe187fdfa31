package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.SimulatedClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A site that publishes by a plan, with an RSS feed of its last 20 items. Tells offences: a request
 * that could have been conditional and is not.
 */
final class NewsSite implements MisbehavingServer.Site {
  private static final int LAST = 20;

  private final String name;
  private final Duration gap;
  private final Set<String> offences = new TreeSet<>();
  private Set<Integer> hours = Set.of();
  private boolean etags = true;
  private boolean everNewEtag;
  private String served;
  private int answers;

  NewsSite(String name, Duration gap) {
    this.name = name;
    this.gap = gap;
  }

  /** Publishes at these hours only. */
  NewsSite only(Integer... at) {
    hours = Set.of(at);
    return this;
  }

  NewsSite withoutEtags() {
    etags = false;
    return this;
  }

  /** A new ETag each time, whatever the content. */
  NewsSite withNewEtags() {
    everNewEtag = true;
    return this;
  }

  Set<String> offences() {
    return offences;
  }

  /** Headlines of all that was published until then. */
  List<String> until(Instant moment) {
    List<String> headlines = new ArrayList<>();
    int number = 0;
    for (Instant at = SimulatedClock.MONDAY.minus(gap.multipliedBy(5));
        !at.isAfter(moment);
        at = at.plus(gap)) {
      int hour = (int) (at.getEpochSecond() / 3600 % 24);
      if (hours.isEmpty() || hours.contains(hour)) {
        headlines.add("%s reports number %d at %s".formatted(name, number, at));
      }
      number++;
    }
    return headlines;
  }

  @Override
  public synchronized void answer(MisbehavingServer.Exchange asked) throws IOException {
    List<String> all = until(asked.now());
    List<String> last = all.subList(Math.max(0, all.size() - LAST), all.size());
    String content = feed(last);
    String etag = everNewEtag ? "\"" + answers++ + "\"" : "\"" + content.hashCode() + "\"";
    String given = asked.header("If-None-Match");
    if (etags && served != null && !Objects.equals(given, served)) {
      offences.add(name + " was asked with " + given + ", not " + served);
    }
    boolean same = etags && etag.equals(given);
    if (etags) {
      asked.with("ETag", etag);
      served = etag;
    }
    asked
        .with("Content-Type", "application/octet-stream")
        .say(same ? 304 : 200, same ? "" : content);
  }

  private String feed(List<String> headlines) {
    return Feeds.rss(
        headlines.stream()
            .map(
                headline ->
                    new Feeds.Item(
                        "http://" + name + "/" + headline.replaceAll("\\W+", "-"),
                        headline,
                        "What " + headline + " is told here.",
                        Instant.parse(headline.replaceFirst(".* at ", ""))))
            .toList());
  }
}
