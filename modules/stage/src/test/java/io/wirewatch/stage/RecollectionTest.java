package io.wirewatch.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class RecollectionTest {
  private final KeyValueStore<String, String> store = aStore();
  private final Recollection<String> recollection =
      new Recollection<>(Memory.in(store), Duration.ofDays(7));

  @Test
  void recall_neverTold_isEmpty() {
    assertThat(recollection.recall("a", at("2025-08-01T12:00:00Z"))).isEmpty();
  }

  @Test
  void recall_sevenDaysLater_isStillThere() {
    recollection.remember("a", "told", at("2025-08-01T12:00:00Z"));

    assertThat(recollection.recall("a", at("2025-08-08T12:00:00Z"))).contains("told");
  }

  @Test
  void recall_nineDaysLater_isForgottenAndGoneFromTheStore() {
    recollection.remember("a", "told", at("2025-08-01T12:00:00Z"));

    assertThat(recollection.recall("a", at("2025-08-10T12:00:00Z"))).isEmpty();
    assertThat(size()).isZero();
  }

  @Test
  void recall_toldTwice_isTheLater() {
    recollection.remember("a", "first", at("2025-08-01T12:00:00Z"));
    recollection.remember("a", "second", at("2025-08-03T12:00:00Z"));

    assertThat(recollection.recall("a", at("2025-08-04T12:00:00Z"))).contains("second");
  }

  @Test
  void recall_anotherKeyWithSameBeginning_isNotMistaken() {
    recollection.remember("ab", "other", at("2025-08-01T12:00:00Z"));

    assertThat(recollection.recall("a", at("2025-08-01T12:00:00Z"))).isEmpty();
  }

  @Test
  void recall_afterRestart_forgetsWhatIsOld() {
    recollection.remember("a", "told", at("2025-08-01T12:00:00Z"));
    Recollection<String> restarted = new Recollection<>(Memory.in(store), Duration.ofDays(7));

    assertThat(restarted.recall("b", at("2025-08-20T12:00:00Z"))).isEmpty();
    assertThat(size()).isZero();
  }

  @Test
  void recall_afterADayOfManyKeys_takesThemAwayLittleByLittle() {
    for (int i = 0; i < 1_000; i++) {
      recollection.remember("a" + i, "told", at("2025-08-01T12:00:00Z"));
    }

    assertThat(recollection.recall("a1", at("2025-08-20T12:00:00Z"))).isEmpty();
    assertThat(size()).isBetween(700, 999);
  }

  @Test
  void recall_afterADayOfManyKeys_hasTakenAllAwayInATimeAThirdAsLong() {
    for (int i = 0; i < 1_000; i++) {
      recollection.remember("a" + i, "told", at("2025-08-01T12:00:00Z"));
    }
    for (int i = 0; i < 333; i++) {
      assertThat(recollection.recall("a" + i, at("2025-08-20T12:00:00Z"))).isEmpty();
    }

    assertThat(size()).isZero();
  }

  private int size() {
    int entries = 0;
    try (KeyValueIterator<String, String> all = store.all()) {
      while (all.hasNext()) {
        all.next();
        entries++;
      }
    }
    return entries;
  }

  private static long at(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  private static KeyValueStore<String, String> aStore() {
    MockProcessorContext<String, String> context = new MockProcessorContext<>();
    KeyValueStore<String, String> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("memory"), Serdes.String(), Serdes.String())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
