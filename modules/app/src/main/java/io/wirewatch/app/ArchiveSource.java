package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.archive.Archive;
import io.wirewatch.replay.archive.ArchiveException;
import io.wirewatch.replay.archive.ArchiveFile;
import io.wirewatch.replay.archive.ArchiveForm;
import io.wirewatch.replay.archive.ArchiveHistory;
import io.wirewatch.replay.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A topic that {@code wirewatch replay archive} copied to files, with no cluster. */
final class ArchiveSource implements ReplaySource {
  private static final String FILES = "archived";

  private final Archive archive;
  private final Plan.Source kind;
  private final Scope scope;

  private ArchiveSource(Archive archive, Plan.Source kind, Scope scope) {
    this.archive = archive;
    this.kind = kind;
    this.scope = scope;
  }

  /** The archive among the inputs; empty where none is one. */
  static Optional<Archive> archive(List<String> inputs) {
    List<Archive> archives =
        inputs.stream()
            .map(Path::of)
            .filter(Files::isDirectory)
            .map(ArchiveSource::look)
            .filter(found -> !found.files().isEmpty())
            .toList();
    if (!archives.isEmpty() && inputs.size() > 1) {
      throw new Refusal(
          archives.get(0).directory() + " is an archive: give it as the only --input");
    }
    return archives.stream().findFirst();
  }

  private static Archive look(Path directory) {
    try {
      return Archive.of(directory);
    } catch (IOException failed) {
      throw new Refusal("cannot read %s: %s".formatted(directory, failed.getMessage()), failed);
    }
  }

  /**
   * What an archive has of a scope.
   *
   * @param asked the user's choice of topics; the one that is there where empty
   * @param before the plan of a replay that stopped: it goes on with the files that it had
   */
  static ArchiveSource of(
      Archive archive, Optional<Plan.Source> asked, Scope scope, Optional<ObjectNode> before) {
    Plan.Source kind = asked.orElseGet(() -> only(archive));
    Archive files = archive.of(ArchiveForm.of(kind));
    if (files.files().isEmpty()) {
      throw new Refusal(
          "%s has no files of %s, but of %s: give the other --source, or leave it out"
              .formatted(
                  archive.directory(),
                  ArchiveForm.of(kind).topic(),
                  String.join(", ", archive.topics())));
    }
    return new ArchiveSource(
        before.map(plan -> files.before(ends(plan))).orElse(files), kind, scope);
  }

  private static Plan.Source only(Archive archive) {
    boolean hasRaw = archive.topics().contains(ArchiveForm.RAW.topic());
    if (hasRaw && archive.topics().contains(ArchiveForm.ENRICHED.topic())) {
      throw new Refusal(
          "%s has raw and enriched articles: say which with --source raw or --source enriched"
              .formatted(archive.directory()));
    }
    return hasRaw ? Plan.Source.RAW : Plan.Source.ENRICHED;
  }

  private static Map<Integer, Long> ends(ObjectNode plan) {
    Map<Integer, Long> ends = new HashMap<>();
    plan.path(FILES)
        .properties()
        .forEach(
            newest -> ends.put(Integer.parseInt(newest.getKey()), newest.getValue().asLong() + 1));
    return ends;
  }

  @Override
  public Plan.Source kind() {
    return kind;
  }

  @Override
  public void describe(ObjectNode plan) {
    plan.putArray("input").add(archive.directory().toString());
    ObjectNode newest = plan.putObject(FILES);
    archive
        .newest()
        .forEach((partition, file) -> newest.put(String.valueOf(partition), file.firstOffset()));
  }

  @Override
  public List<String> fixed() {
    return List.of("input");
  }

  @Override
  public History open(Map<Integer, Long> positions) throws IOException {
    try {
      return new ArchiveHistory(archive, ArchiveForm.of(kind), scope.earliest(), positions);
    } catch (ArchiveException unusable) {
      throw new Refusal(String.valueOf(unusable.getMessage()), unusable);
    }
  }

  @Override
  public List<String> remarks() {
    return archive.files().stream()
        .findFirst()
        .map(ArchiveFile::day)
        .filter(first -> isBefore(first.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .map(
            first ->
                "%s begins on %s; what came before is not in these results"
                    .formatted(archive.directory(), first))
        .stream()
        .toList();
  }

  private boolean isBefore(Instant begin) {
    return !scope.from().equals(Instant.MIN) && scope.earliest().isBefore(begin);
  }
}
