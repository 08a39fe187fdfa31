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
    Set<Integer> where = everywhere ? offsets.all(topic.name()) : offsets.homes(topic.name(), keys);
    return in(topic, where, Sieve.keys(keys), since);
  }

  /** The same where it is not, and from now on everywhere. */
  List<Hit> elsewhere(Topic<?> topic, Collection<String> keys, Instant since) {
    Set<Integer> others = new HashSet<>(offsets.all(topic.name()));
    others.removeAll(offsets.homes(topic.name(), keys));
    List<Hit> hits = in(topic, others, Sieve.keys(keys), since);
    everywhere = !hits.isEmpty();
    return hits;
  }

  /** Records of all partitions that the sieve keeps, taken since then. */
  List<Hit> all(Topic<?> topic, Sieve sieve, Instant since) {
    return in(topic, offsets.all(topic.name()), sieve, since);
  }

  private List<Hit> in(Topic<?> topic, Set<Integer> partitions, Sieve sieve, Instant since) {
    List<Hit> hits = search.in(offsets.since(topic.name(), partitions, since), sieve);
    if (hits.size() == Search.MOST) {
      records.note(
          "of %s only the newest %d records about it were looked at"
              .formatted(topic.name(), Search.MOST));
    }
    return hits;
  }

  Offsets offsets() {
    return offsets;
  }

  Records records() {
    return records;
  }
}
