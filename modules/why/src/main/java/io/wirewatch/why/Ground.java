package io.wirewatch.why;

import io.wirewatch.contract.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where one trail is looked for. For one thread. */
final class Ground {
  private final Search search;
  private final Offsets offsets;
  private final Records records;
  private boolean everywhere;

  Ground(Search search, Offsets offsets, Records records) {
    this.search = search;
    this.offsets = offsets;
    this.records = records;
  }

  /**
   * Records with one of these keys, taken since then. Those of other clients, or from when the
   * topic had fewer partitions, may be elsewhere than where ours are: where nothing is, the other
   * partitions are looked at, and once that was so, always.
   */
  List<Hit> keyed(Topic<?> topic, Collection<String> keys, Instant since) {
    Set<Integer> homes = offsets.homes(topic.name(), keys);
    Sieve sieve = Sieve.keys(keys);
    if (everywhere) {
      return search.in(offsets.since(topic.name(), offsets.all(topic.name()), since), sieve);
    }
    return search.in(offsets.since(topic.name(), homes, since), sieve);
  }

  /** The same where it is not, and from now on everywhere. */
  List<Hit> elsewhere(Topic<?> topic, Collection<String> keys, Instant since) {
    Set<Integer> others = new HashSet<>(offsets.all(topic.name()));
    others.removeAll(offsets.homes(topic.name(), keys));
    List<Hit> hits = search.in(offsets.since(topic.name(), others, since), Sieve.keys(keys));
    everywhere = !hits.isEmpty();
    return hits;
  }

  /** Records of all partitions that the sieve keeps, taken since then. */
  List<Hit> all(Topic<?> topic, Sieve sieve, Instant since) {
    return search.in(offsets.since(topic.name(), offsets.all(topic.name()), since), sieve);
  }

  Offsets offsets() {
    return offsets;
  }

  Records records() {
    return records;
  }
}
