package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.stage.DayKey;
import io.wirewatch.stage.Memory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbenchTest {
  private static final String START = DayKey.of(0, "");

  @TempDir Path directory;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = Workbench.open(directory.resolve("bench"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void reopen() {
    bench.close();
    open();
  }

  private void put(String key, String value) {
    bench.put(key, value.getBytes(StandardCharsets.UTF_8));
  }

  private String value(String key) {
    byte[] value = bench.get(key);
    return value == null ? "none" : new String(value, StandardCharsets.UTF_8);
  }

  private List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    bench.each(prefix, (key, value) -> keys.add(key));
    return keys;
  }

  private Memory<Region> memory(String prefix) {
    return bench.memory(prefix, RecordBytes.of(Region.class));
  }

  private static Region region(String code) {
    return new Region(code, RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 1.0);
  }

  /** Memory of one key on each of these days, all of it committed. */
  private Memory<Region> committed(int... days) {
    Memory<Region> memory = memory("m/");
    for (int day : days) {
      memory.put(day, "a", region("IQ"));
    }
    bench.commit();
    return memory;
  }

  @Test
  void get_ofWhatIsNotCommitted_isThere() {
    put("a", "1");

    assertThat(value("a")).isEqualTo("1");
  }

  @Test
  void get_afterReopening_hasWhatWasCommitted() {
    put("a", "1");
    bench.commit();
    reopen();

    assertThat(value("a")).isEqualTo("1");
  }

  @Test
  void get_afterReopening_hasNothingThatWasNotCommitted() {
    put("a", "1");
    bench.commit();
    put("a", "2");
    put("b", "2");
    reopen();

    assertThat(value("a")).isEqualTo("1");
    assertThat(value("b")).isEqualTo("none");
  }

  @Test
  void delete_thatIsNotCommitted_isUndoneByReopening() {
    put("a", "1");
    bench.commit();
    bench.delete("a");
    assertThat(value("a")).isEqualTo("none");
    reopen();

    assertThat(value("a")).isEqualTo("1");
  }

  @Test
  void delete_thatIsCommitted_lasts() {
    put("a", "1");
    bench.commit();
    bench.delete("a");
    bench.commit();
    reopen();

    assertThat(value("a")).isEqualTo("none");
  }

  @Test
  void deleteAll_takesThePrefixAlone() {
    for (String key : List.of("p/a", "p/b", "q/x", "o/x", "p")) {
      put(key, "1");
    }
    bench.commit();
    put("p/c", "1");

    bench.deleteAll("p/");
    put("p/d", "1");

    assertThat(List.of("p/a", "p/c")).allMatch(key -> value(key).equals("none"));
    bench.commit();
    assertThat(keys("p/")).containsExactly("d");
    assertThat(List.of("q/x", "o/x", "p")).allMatch(key -> value(key).equals("1"));
  }

  @Test
  void deleteAll_thatIsNotCommitted_isUndoneByReopening() {
    put("p/a", "1");
    bench.commit();
    bench.deleteAll("p/");
    reopen();

    assertThat(value("p/a")).isEqualTo("1");
  }

  @Test
  void each_ofAPrefix_showsTheRestOfItsKeysSorted() {
    for (String key : List.of("p/c", "p/a", "q/x", "o/x", "p/b", "p")) {
      put(key, "1");
    }
    bench.commit();

    assertThat(keys("p/")).containsExactly("a", "b", "c");
  }

  @Test
  void each_beforeCommit_showsNothingOfIt() {
    put("p/a", "1");
    bench.commit();
    put("p/b", "1");

    assertThat(keys("p/")).containsExactly("a");
  }

  @Test
  void each_ofWhoHasEnough_ends() {
    put("p/a", "1");
    put("p/b", "1");
    bench.commit();
    List<String> keys = new ArrayList<>();

    bench.each(
        "p/",
        (key, value) -> {
          keys.add(key);
          return false;
        });

    assertThat(keys).containsExactly("a");
  }

  @Test
  void memory_ofAnotherPrefix_isApart() {
    Memory<Region> one = memory("m/");
    Memory<Region> other = memory("n/");

    one.put(1, "a", region("IQ"));
    other.put(1, "a", region("SY"));

    assertThat(one.get(1, "a")).isEqualTo(region("IQ"));
    assertThat(other.get(1, "a")).isEqualTo(region("SY"));
    assertThat(other.get(1, "b")).isNull();
  }

  @Test
  void memory_ofAnotherDay_isApart() {
    Memory<Region> memory = committed(1);

    assertThat(memory.get(1, "a")).isEqualTo(region("IQ"));
    assertThat(memory.get(2, "a")).isNull();
  }

  @Test
  void memory_afterReopening_knowsWhatItHas() {
    committed(1);
    reopen();

    assertThat(memory("m/").get(1, "a")).isEqualTo(region("IQ"));
  }

  @Test
  void forget_takesAwayFromTheFirstToTheLastDay() {
    Memory<Region> memory = committed(1, 2, 3, 4, 5);

    assertThat(memory.forget(DayKey.of(2, ""), 5, 10)).isNull();
    bench.commit();

    assertThat(keys("m/")).containsExactly(DayKey.of(1, "a"), DayKey.of(5, "a"));
  }

  @Test
  void forget_ofMoreThanItMay_takesAllOfItAtOnce() {
    Memory<Region> memory = committed(1, 2, 3, 4);

    assertThat(memory.forget(START, 4, 1)).isNull();
    assertThat(memory.get(3, "a")).isNull();
    assertThat(memory.get(4, "a")).isEqualTo(region("IQ"));
    bench.commit();

    assertThat(keys("m/")).containsExactly(DayKey.of(4, "a"));
  }

  @Test
  void forget_ofWhatIsNotCommitted_isForgotten() {
    Memory<Region> memory = memory("m/");
    memory.put(1, "a", region("IQ"));
    memory.put(2, "a", region("IQ"));

    memory.forget(START, 2, 10);
    bench.commit();

    assertThat(keys("m/")).containsExactly(DayKey.of(2, "a"));
  }

  @Test
  void forget_ofOneMemory_leavesTheOthers() {
    memory("n/").put(1, "a", region("SY"));
    Memory<Region> memory = committed(1);

    memory.forget(START, 9, 10);
    bench.commit();

    assertThat(keys("m/")).isEmpty();
    assertThat(keys("n/")).containsExactly(DayKey.of(1, "a"));
  }

  @Test
  void forget_thatIsNotCommitted_isUndoneByReopening() {
    committed(1).forget(START, 9, 10);
    assertThat(memory("m/").get(1, "a")).isNull();
    reopen();

    assertThat(memory("m/").get(1, "a")).isEqualTo(region("IQ"));
  }
}
