package io.wirewatch.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay writes, and where it works. What it works with stays where it was stopped, so that
 * it can go on.
 */
final class ReplayDirectory implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORK = ".work";
  private static final String PLAN = "plan.json";
  private static final String LOCK = ".lock";
  private static final String FORM = "form";
  // One more whenever a release could not go on with what an earlier one wrote.
  private static final int CURRENT_FORM = 3;

  private final Optional<Path> out;
  private final Path work;
  private final FileChannel lock;
  private boolean atTheEnd;

  private ReplayDirectory(Optional<Path> out, Path work, FileChannel lock) {
    this.out = out;
    this.work = work;
    this.lock = lock;
  }

  /**
   * The directory of a replay.
   *
   * @param out where results go; empty where the user wants none
   * @param resumes whether there must be one that stopped, or must not
   * @throws Refusal where that is not so, where another replay is at work there, and where what
   *     lies in its place is not of a replay
   */
  static ReplayDirectory open(Optional<Path> out, boolean resumes) {
    try {
      if (out.isEmpty()) {
        Path work = Files.createTempDirectory("wirewatch-replay");
        return new ReplayDirectory(out, work, lock(work));
      }
      Path work = out.get().resolve(WORK);
      if (resumes && !Files.exists(work)) {
        throw nothingStopped(out.get());
      }
      refuseForeign(work);
      ReplayDirectory directory =
          new ReplayDirectory(out, work, lock(Files.createDirectories(work)));
      try {
        directory.begin(out.get(), resumes);
      } catch (IOException | RuntimeException refused) {
        directory.close();
        throw refused;
      }
      return directory;
    } catch (IOException failed) {
      throw new Refusal(
          "cannot write to %s: %s"
              .formatted(
                  out.map(Path::toString).orElse("the temporary directory"), failed.getMessage()),
          failed);
    }
  }

  /** What is not of a replay is the user's. */
  private static void refuseForeign(Path work) throws IOException {
    if (!Files.isDirectory(work) || Files.exists(work.resolve(LOCK)) || hasStopped(work)) {
      return;
    }
    try (Stream<Path> inside = Files.list(work)) {
      if (inside.findAny().isPresent()) {
        throw new Refusal(
            "%s is there, and not of a replay: move it away, or give another --out"
                .formatted(work));
      }
    }
  }

  private static boolean hasStopped(Path work) {
    return Files.exists(work.resolve(PLAN));
  }

  private static Refusal nothingStopped(Path out) {
    return new Refusal("no replay stopped in " + out + ": leave --resume out");
  }

  private static FileChannel lock(Path work) throws IOException {
    FileChannel lock =
        FileChannel.open(work.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw busy(work);
      }
      return lock;
    } catch (OverlappingFileLockException here) {
      lock.close();
      throw busy(work);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static Refusal busy(Path work) {
    return new Refusal(
        "another replay is at work in %s: wait for its end, or give another --out"
            .formatted(work.resolveSibling("")));
  }

  private void begin(Path out, boolean resumes) throws IOException {
    boolean stopped = hasStopped(work);
    if (stopped && !resumes) {
      throw new Refusal(
          "a replay stopped in %s: go on with --resume, or delete %s".formatted(out, work));
    }
    if (!stopped && resumes) {
      throw nothingStopped(out);
    }
    if (!stopped) {
      // Of a replay that ended before it began to read.
      Scratch.delete(work.resolve("bench"));
    }
  }

  /** Where it works. */
  Path work() {
    return work;
  }

  /** A file of the results; empty where the user wants none. */
  Optional<Path> result(String name) {
    return out.map(directory -> directory.resolve(name));
  }

  /** How the replay that stopped was begun. */
  Optional<ObjectNode> plan() throws IOException {
    Path file = work.resolve(PLAN);
    if (!hasStopped(work)) {
      return Optional.empty();
    }
    try {
      if (JSON.readTree(Files.readString(file)) instanceof ObjectNode plan) {
        refuseOtherForm(plan.remove(FORM));
        return Optional.of(plan);
      }
      return Optional.empty();
    } catch (JacksonException broken) {
      throw new Refusal(file + " is damaged: delete " + work + " and begin anew", broken);
    }
  }

  private void refuseOtherForm(@Nullable JsonNode form) {
    if (form == null || form.asInt() != CURRENT_FORM) {
      throw new Refusal(
          "the replay that stopped is of another release of wirewatch: delete %s and begin anew"
              .formatted(work));
    }
  }

  /** Notes how it is begun. */
  void keep(ObjectNode plan) throws IOException {
    ObjectNode kept = plan.deepCopy().put(FORM, CURRENT_FORM);
    Files.writeString(work.resolve(PLAN), kept.toPrettyString());
  }

  /**
   * Refuses to go on with something else.
   *
   * @param names of what must be the same
   */
  static void compare(ObjectNode before, ObjectNode now, List<String> names) {
    for (String name : names) {
      JsonNode was = before.path(name);
      // As text: a number that was written as a long may come back as an int.
      if (!was.toString().equals(now.path(name).toString())) {
        throw new Refusal(
            "the replay that stopped had %s %s, this one has %s: give the same, or begin anew without --resume in another directory"
                .formatted(name, was, now.path(name)));
      }
    }
  }

  /** All that is to come of it is written: what it works with is not needed any more. */
  void end() {
    atTheEnd = true;
  }

  @Override
  public void close() {
    // Whatever ended it early, a refusal of other options included: it can go on.
    if (atTheEnd || out.isEmpty() || !hasStopped(work)) {
      Scratch.delete(work);
    }
    // Behind that: who comes next finds all of it, or nothing.
    Closing.quietly(lock);
  }
}
