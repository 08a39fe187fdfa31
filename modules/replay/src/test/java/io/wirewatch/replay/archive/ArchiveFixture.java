package io.wirewatch.replay.archive;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.Field;
import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.replay.ListedHistory;
import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.Past;
import io.wirewatch.replay.history.TopicRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A topic in a list, and its archive in a directory. */
final class ArchiveFixture {
  static final ArchiveRange ALL = new ArchiveRange(Instant.MIN, Instant.MAX);

  private final Path directory;
  private final List<Past> topic = new ArrayList<>();

  ArchiveFixture(Path directory) {
    this.directory = directory;
  }

  /** An article of that time, taken a minute later. */
  ArchiveFixture article(int partition, long offset, String time) {
    Instant published = Instant.parse(time);
    String id = "%d-%d".formatted(partition, offset);
    topic.add(
        new Past(
            partition,
            offset,
            published.plus(Duration.ofMinutes(1)).toEpochMilli(),
            id,
            enriched(id, published),
            null));
    return this;
  }

  /** An article of that time that came at another. */
  ArchiveFixture late(int partition, long offset, String time, String taken) {
    String id = "%d-%d".formatted(partition, offset);
    topic.add(
        new Past(
            partition,
            offset,
            Instant.parse(taken).toEpochMilli(),
            id,
            enriched(id, Instant.parse(time)),
            null));
    return this;
  }

  ArchiveFixture unreadable(int partition, long offset) {
    topic.add(
        new Past(
            partition,
            offset,
            Instant.parse("2026-01-31T12:00:00Z").toEpochMilli(),
            null,
            null,
            "no magic byte",
            ByteBuffer.wrap("what is this".getBytes(StandardCharsets.UTF_8))));
    return this;
  }

  /** Articles of three partitions on four days, some of them late, with holes between offsets. */
  ArchiveFixture busyDays(int articles) {
    for (int at = 0; at < articles; at++) {
      Instant taken = Instant.parse("2026-01-30T00:00:00Z").plusSeconds(at * 345_600L / articles);
      Instant published = at % 7 == 3 ? taken.minus(Duration.ofDays(2)) : taken;
      late(at % 3, at / 3 * 2L + at % 2, published.toString(), taken.toString());
    }
    return this;
  }

  static EnrichedArticle enriched(String id, Instant published) {
    RawArticle raw =
        new RawArticle(
            id,
            "Some Wire",
            "https://example.org/" + id,
            "Border reopens · إعادة فتح المعبر",
            "Basra",
            ("The crossing of " + id + " reopened. ").repeat(60),
            "en",
            published,
            Precision.MINUTE,
            published.plusSeconds(30),
            "jsonl:test",
            null,
            null,
            null);
    return new EnrichedArticle(
        raw,
        1,
        "en",
        List.of(
            new Entity(Field.HEADLINE, 0, 6, "Border", EntityType.LOCATION, null, 1.0 / 3, null)),
        List.of(new Region("IQ-BA", RegionLevel.ADMIN1, "Basra", "IQ", 30.5, 47.8, 0.1 + 0.2)),
        "story-1",
        null);
  }

  List<Past> topic() {
    return topic;
  }

  /** The records of a partition, in their order. */
  static List<Past> of(int partition, List<Past> records) {
    return records.stream().filter(past -> past.partition() == partition).toList();
  }

  /** Archives all, or what is left of it. */
  void archive() throws Exception {
    archive(ALL, Integer.MAX_VALUE);
  }

  /** Archives a range, and ends early where so many chunks were copied. */
  void archive(ArchiveRange range, int most) throws Exception {
    int[] asked = {0};
    try (Archiver archiver = Archiver.open(directory, ArchiveForm.ENRICHED)) {
      copy(archiver, range, () -> asked[0]++ >= most);
    }
  }

  /**
   * Archives, and is killed after so many records: nothing is closed but what the system closes.
   */
  void archiveAndBreak(int most) throws Exception {
    try (Archiver archiver = Archiver.open(directory, ArchiveForm.ENRICHED)) {
      int[] asked = {0};
      copy(
          archiver,
          ALL,
          () -> {
            if (asked[0]++ >= most) {
              throw new IllegalStateException("killed");
            }
            return false;
          });
    }
  }

  private void copy(Archiver archiver, ArchiveRange range, java.util.function.BooleanSupplier stop)
      throws IOException, InterruptedException {
    TopicRange rest = offsets().after(archiver.positions());
    archiver.copy(
        new ListedHistory(
            topic.stream()
                .filter(
                    past ->
                        past.offset()
                            >= Optional.ofNullable(rest.parts().get(past.partition()))
                                .orElseThrow()
                                .from())
                .toList()),
        rest,
        range,
        stop);
  }

  private TopicRange offsets() {
    SortedMap<Integer, TopicRange.Part> parts = new TreeMap<>();
    topic.forEach(
        past ->
            parts.merge(
                past.partition(),
                new TopicRange.Part(0, past.offset() + 1),
                (one, other) -> other.to() > one.to() ? other : one));
    return new TopicRange("news.articles.enriched", parts, List.of(), Optional.empty());
  }

  ArchiveHistory history() throws IOException {
    return history(Map.of());
  }

  ArchiveHistory history(Map<Integer, Long> positions) throws IOException {
    return new ArchiveHistory(Archive.of(directory), ArchiveForm.ENRICHED, Instant.MIN, positions);
  }

  List<ArchiveFile> files() throws IOException {
    return Archive.of(directory).files();
  }

  /** All that a history has. */
  static List<Past> all(ArchiveHistory history) throws IOException {
    List<Past> records = new ArrayList<>();
    for (Chunk chunk = history.next(); chunk != null; chunk = history.next()) {
      records.addAll(chunk.read());
    }
    return records;
  }
}
