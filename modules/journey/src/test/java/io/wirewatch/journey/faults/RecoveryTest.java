package io.wirewatch.journey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecoveryTest {
  private final List<Seen> log = new ArrayList<>();

  @Test
  void of_noFault_nothing() {
    article("a", 0, 1_000, 60_000);
    assertThat(Recovery.of(log, List.of())).isEqualTo(new Recovery(0, 0));
  }

  @Test
  void of_onePartitionSilent_firstIsItsFirst() {
    article("a", 0, 10_100, 10_200);
    article("b", 1, 10_100, 17_000);
    article("c", 1, 17_100, 17_300);
    assertThat(Recovery.of(log, List.of(10_000L)).firstMillis()).isEqualTo(7_000);
  }

  @Test
  void of_articlesWaiting_lagEndsWithTheLast() {
    article("a", 0, 10_100, 17_000);
    article("b", 0, 10_200, 18_500);
    article("c", 0, 19_000, 19_200);
    assertThat(Recovery.of(log, List.of(10_000L)).lagMillis()).isEqualTo(8_500);
  }

  @Test
  void of_nobodyWaited_noLag() {
    article("a", 0, 10_100, 10_300);
    assertThat(Recovery.of(log, List.of(10_000L)).lagMillis()).isZero();
  }

  private void article(String id, int partition, long published, long enriched) {
    String edition = KnownArticle.edition(1);
    log.add(new Seen(Topics.RAW_ARTICLES.name(), partition, new Item(id, 0, edition), published));
    log.add(
        new Seen(Topics.ENRICHED_ARTICLES.name(), partition, new Item(id, 1, edition), enriched));
  }
}
