package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.archive.ArchiveException;
import io.wirewatch.replay.archive.ArchiveForm;
import io.wirewatch.replay.archive.ArchiveRange;
import io.wirewatch.replay.archive.Archiver;
import io.wirewatch.replay.history.TopicHistory;
import io.wirewatch.replay.history.TopicRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch replay archive}: a topic as files, for replays after retention. */
@Command(
    name = "archive",
    description = {
      "Copy a topic to Avro files by day, to replay it with no cluster.",
      "That is replay --input DIR. Goes on where an earlier run ended. Days are those of the",
      "topic's time: a late article lies in the day on which it came.",
      "To check the files of a day: cd DIR/DAY && sha256sum -c SHA256SUMS"
    })
final class ReplayArchiveCommand implements Callable<Integer> {
  private static final Duration MOST_FOR_CLOSING = Duration.ofMinutes(1);

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The archive: a new directory, or one to go on with. Topics may share one.")
  private Path to = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "raw|enriched",
      defaultValue = "enriched",
      description = "Which topic: enriched (default) or raw.")
  private Plan.Source source = Plan.Source.ENRICHED;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "From the first article on that has this event time or a later one, such as 2026-01-31T00:00Z. Default: all.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "Up to the first article of each partition that has this event time or a later one. Default: to the end.")
  private @Nullable String until;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  private final Screen screen = Screen.standard();

  @Override
  public Integer call() {
    ArchiveRange range = range();
    Settings settings = cluster.settings();
    TopicRange kept =
        ClusterTopic.of(settings, ClusterSource.topic(source))
            .range(range.from(), Optional.empty());
    try (StopSignal stop = StopSignal.listen(MOST_FOR_CLOSING);
        Archiver archiver = Archiver.open(to, ArchiveForm.of(source))) {
      TopicRange offsets = kept.after(archiver.positions());
      tellBegin(archiver, offsets);
      boolean complete = copy(archiver, settings, offsets, range, stop);
      tellEnd(archiver, complete);
      return stop.exit(complete ? 0 : 1);
    } catch (ArchiveException unusable) {
      throw new Refusal(String.valueOf(unusable.getMessage()), unusable);
    } catch (IOException failed) {
      throw new Refusal(
          "cannot write to %s (%s): make room there and run the same again: it goes on behind the files that are complete; or give another --to"
              .formatted(to, failed),
          failed);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private ArchiveRange range() {
    Instant begin = from == null ? Instant.MIN : ReplayOptions.time("--from", from);
    Instant end = until == null ? Instant.MAX : ReplayOptions.time("--until", until);
    if (!begin.isBefore(end)) {
      throw new Refusal("--from " + from + " is not before --until " + until + ": turn them round");
    }
    return new ArchiveRange(begin, end);
  }

  private boolean copy(
      Archiver archiver, Settings settings, TopicRange offsets, ArchiveRange range, StopSignal stop)
      throws IOException, InterruptedException {
    ArchiveProgress progress = new ArchiveProgress(archiver, offsets.size());
    try (TopicHistory topic = new TopicHistory(settings, offsets);
        ProgressLine line = new ProgressLine(screen, progress::line)) {
      line.start();
      boolean complete = archiver.copy(topic, offsets, range, stop::isWanted);
      topic.remarks().forEach(screen::say);
      topic.unread().forEach(screen::say);
      return complete;
    }
  }

  private void tellBegin(Archiver archiver, TopicRange offsets) {
    if (archiver.deleted() > 0) {
      screen.say("deleted files that an earlier run did not finish: " + archiver.deleted());
    }
    for (Map.Entry<Integer, Long> position : archiver.positions().entrySet()) {
      int partition = position.getKey();
      screen.say(
          "partition %d goes on at offset %d; nothing is added before it"
              .formatted(partition, position.getValue()));
      TopicRange.Part part = offsets.parts().get(partition);
      if (part != null && part.size() > 0 && part.from() > position.getValue()) {
        screen.say(
            "partition %d: offsets %d to %d are not archived: retention deleted them, or they lie before --from"
                .formatted(partition, position.getValue(), part.from() - 1));
      }
    }
  }

  private void tellEnd(Archiver archiver, boolean complete) {
    screen.say(
        String.format(
            Locale.ROOT,
            "archive: %,d records of %s copied to %s",
            archiver.copied(),
            ArchiveForm.of(source).topic(),
            to));
    if (!complete) {
      screen.say("not complete: the same command goes on");
    }
  }
}
