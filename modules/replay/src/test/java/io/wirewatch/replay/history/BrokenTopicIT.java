package io.wirewatch.replay.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.replay.archive.Archive;
import io.wirewatch.replay.archive.ArchiveForm;
import io.wirewatch.replay.archive.ArchiveHistory;
import io.wirewatch.replay.archive.ArchiveRange;
import io.wirewatch.replay.archive.Archiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionReplica;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A topic that loses records, or a partition, while it is read. Its broker has two disks, one for
 * each partition, of which one can break.
 */
final class BrokenTopicIT {
  private static final String TOPIC = Topics.ENRICHED_ARTICLES.name();
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** A fetch of a partition is at most 4 MiB: four of these, and four more are fetched ahead. */
  private static final int BYTES = 900_000;

  private static final int RECORDS = 20;

  @TempDir Path directory;
  private EmbeddedCluster cluster;
  private Settings settings;
  private Path disk;

  /** A record's place. */
  private record Place(int partition, long offset) {
    static Stream<Place> of(int partition, int from, int to) {
      return IntStream.range(from, to).mapToObj(offset -> new Place(partition, offset));
    }
  }

  @BeforeEach
  void start() throws Exception {
    disk = Files.createDirectory(directory.resolve("disk"));
    Path kafka = directory.resolve("kafka");
    cluster = EmbeddedCluster.start(directory, 0, 0, Map.of("log.dirs", kafka + "," + disk));
    settings = cluster.settings();
    try (Admin admin = admin()) {
      place(admin, 0, kafka);
      place(admin, 1, disk);
    }
    cluster.createTopics(List.of(Topics.ENRICHED_ARTICLES), 2);
    write(RECORDS);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void recordsDeletedWhileReading_areCounted_andReadingGoesOnBehindThem() throws Exception {
    try (TopicHistory history = new TopicHistory(settings, range(), PATIENCE)) {
      List<Place> read = places(first(history));
      delete(15);
      read.addAll(rest(history));

      assertThat(read).doesNotHaveDuplicates();
      assertThat(read).containsAll(Place.of(0, 15, RECORDS).toList());
      assertThat(read).containsAll(Place.of(1, 15, RECORDS).toList());
      assertThat(history.unread()).isEmpty();
      List<String> gaps = new ArrayList<>();
      for (int partition = 0; partition < 2; partition++) {
        int kept = partition;
        int first =
            (int) read.stream().filter(at -> at.partition == kept && at.offset < 15).count();
        gaps.add(
            "retention deleted %d offsets, %d to 14, of partition %d of %s before they were read"
                .formatted(15 - first, first, partition, TOPIC));
      }
      assertThat(history.remarks()).containsExactlyInAnyOrderElementsOf(gaps);
      assertThat(read).hasSizeLessThan(2 * RECORDS);
    }
  }

  @Test
  void allDeletedWhileReading_endsAtTheEndOfTheRange() throws Exception {
    TopicRange range = range();
    try (TopicHistory history = new TopicHistory(settings, range, PATIENCE)) {
      first(history);
      write(1);
      delete(RECORDS + 1);

      rest(history);

      assertThat(history.remarks())
          .hasSize(2)
          .allSatisfy(gap -> assertThat(gap).contains("to %d,".formatted(RECORDS - 1)));
      assertThat(history.unread()).isEmpty();
    }
  }

  @Test
  void topicMadeAnew_isNotReadTwice() throws Exception {
    try (TopicHistory history = new TopicHistory(settings, range(), PATIENCE)) {
      List<Place> read = places(first(history));
      try (Admin admin = admin()) {
        admin.deleteTopics(List.of(TOPIC)).all().get();
      }
      cluster.createTopics(List.of(Topics.ENRICHED_ARTICLES), 2);
      read.addAll(rest(history));

      assertThat(read).doesNotHaveDuplicates();
      assertThat(history.unread()).hasSize(2).allMatch(part -> part.contains("made anew"));
    }
  }

  @Test
  void partitionThatLosesItsLeader_isNamed_andTheOtherIsRead() throws Exception {
    try (TopicHistory history = new TopicHistory(settings, range(), PATIENCE)) {
      List<Place> read = places(first(history));
      breakDisk();
      read.addAll(rest(history));

      assertThat(read).doesNotHaveDuplicates();
      assertThat(read).containsAll(Place.of(0, 0, RECORDS).toList());
      long first = read.stream().filter(at -> at.partition == 1).count();
      assertThat(history.unread())
          .containsExactly(
              "partition 1 of %s gave nothing for 3 seconds: offsets %d to 19 were not read; start a broker that holds it"
                  .formatted(TOPIC, first));
    }
  }

  @Test
  void partitionWithoutLeader_isNamed_andFoundOnceItHasOne() throws Exception {
    breakDisk();
    TopicRange range = range();
    try (TopicHistory history = new TopicHistory(settings, range, PATIENCE)) {
      assertThat(rest(history)).containsExactlyElementsOf(Place.of(0, 0, RECORDS).toList());
      assertThat(history.unread()).singleElement().asString().contains("partition 1 of " + TOPIC);
    }

    mendDisk();
    TopicRange found = range.found(range());
    assertThat(found.missing()).isEmpty();
    assertThat(found.parts()).containsEntry(1, new TopicRange.Part(0, RECORDS));
  }

  @Test
  void archive_ofRecordsDeletedWhileReading_saysSoWhenItIsReplayed() throws Exception {
    int[] asked = {0};
    BooleanSupplier deleteBehindTheFirstChunk =
        () -> {
          if (asked[0]++ == 1) {
            delete(15);
          }
          return false;
        };

    assertThat(archive(deleteBehindTheFirstChunk)).isTrue();
    try (ArchiveHistory archived = archived()) {
      List<Place> read = rest(archived);
      assertThat(read).doesNotHaveDuplicates().hasSizeLessThan(2 * RECORDS);
      assertThat(read).containsAll(Place.of(0, 15, RECORDS).toList());
      assertThat(archived.remarks())
          .anyMatch(gap -> gap.matches("offsets \\d+ to 14 of partition [01] are in no file .*"));
    }
  }

  @Test
  void archive_ofAPartitionWithoutLeader_isNotComplete_andGoesOnToTheWhole() throws Exception {
    breakDisk();
    assertThat(archive(() -> false)).isFalse();
    mendDisk();
    assertThat(archive(() -> false)).isTrue();

    try (ArchiveHistory archived = archived()) {
      assertThat(rest(archived))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Place.of(0, 0, RECORDS), Place.of(1, 0, RECORDS)).toList());
      assertThat(archived.remarks()).isEmpty();
    }
  }

  private boolean archive(BooleanSupplier stop) throws Exception {
    try (Archiver archiver = Archiver.open(directory.resolve("archive"), ArchiveForm.ENRICHED)) {
      TopicRange rest = range().after(archiver.positions());
      try (TopicHistory topic = new TopicHistory(settings, rest, PATIENCE)) {
        return archiver.copy(topic, rest, new ArchiveRange(Instant.MIN, Instant.MAX), stop);
      }
    }
  }

  private ArchiveHistory archived() throws Exception {
    return new ArchiveHistory(
        Archive.of(directory.resolve("archive")), ArchiveForm.ENRICHED, Instant.MIN, Map.of());
  }

  private TopicRange range() {
    return TopicRange.of(settings, Topics.ENRICHED_ARTICLES, Instant.MIN, Optional.empty());
  }

  /** The first chunk that has records, however long it takes. */
  private static Chunk first(History history) throws Exception {
    Chunk chunk = history.next();
    while (chunk != null && chunk.count() == 0) {
      chunk = history.next();
    }
    return Objects.requireNonNull(chunk);
  }

  private static List<Place> rest(History history) throws Exception {
    List<Place> read = new ArrayList<>();
    for (Chunk chunk = history.next(); chunk != null; chunk = history.next()) {
      read.addAll(places(chunk));
    }
    return read;
  }

  private static List<Place> places(Chunk chunk) {
    return new ArrayList<>(
        chunk.read().stream().map(past -> new Place(past.partition(), past.offset())).toList());
  }

  private void write(int records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            settings.asClientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int at = 0; at < 2 * records; at++) {
        producer.send(new ProducerRecord<>(TOPIC, at % 2, null, new byte[BYTES])).get();
      }
    }
  }

  /** What retention does, at a moment that the test chooses. */
  private void delete(long before) {
    RecordsToDelete these = RecordsToDelete.beforeOffset(before);
    try (Admin admin = admin()) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(TOPIC, 0), these, new TopicPartition(TOPIC, 1), these))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    }
  }

  /** Has a partition lie on a disk once there is a topic. */
  private static void place(Admin admin, int partition, Path disk) {
    assertThat(
            admin
                .alterReplicaLogDirs(
                    Map.of(new TopicPartitionReplica(TOPIC, partition, 1), disk.toString()))
                .all()
                .toCompletionStage()
                .toCompletableFuture())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withCauseInstanceOf(UnknownTopicOrPartitionException.class);
  }

  private void breakDisk() throws Exception {
    cluster.stopBroker();
    Files.move(disk, directory.resolve("away"));
    Files.createFile(disk);
    cluster.startBroker();
  }

  private void mendDisk() throws Exception {
    cluster.stopBroker();
    Files.delete(disk);
    Files.move(directory.resolve("away"), disk);
    cluster.startBroker();
  }

  private Admin admin() {
    return Admin.create(settings.asClientConfig());
  }
}
