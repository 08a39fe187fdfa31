package io.wirewatch.deliver.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;

/** The headers of the records of {@code news.incidents} that came last: when they set out. */
final class Origins {
  /** What waits longer than so many others is delivered without its time being measured. */
  private static final int MOST = 20_000;

  private final Map<Long, Headers> byOffset = new LinkedHashMap<>();

  void put(long offset, Headers headers) {
    byOffset.put(offset, headers);
    if (byOffset.size() > MOST) {
      byOffset.remove(byOffset.keySet().iterator().next());
    }
  }

  /** Those that are known of these. */
  List<Headers> of(List<Long> offsets) {
    return offsets.stream().map(byOffset::get).filter(Objects::nonNull).toList();
  }
}
