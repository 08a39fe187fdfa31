package io.wirewatch.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a replay writes, and where it works. What it works with stays where it was stopped, so that
 * it can go on.
 */
final class ReplayDirectory implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORK = ".work";
  private static final String PLAN = "plan.json";
  private static final String FORM = "form";
  // One more whenever a release could not go on with what an earlier one wrote.
  private static final int CURRENT_FORM = 3;

  private final Optional<Path> out;
  private final Path work;
  private boolean atTheEnd;

  private ReplayDirectory(Optional<Path> out, Path work) {
    this.out = out;
    this.work = work;
  }

  /**
   * The directory of a replay.
   *
   * @param out where results go; empty where the user wants none
   * @param resumes whether there must be one that stopped, or must not
   */
  static ReplayDirectory open(Optional<Path> out, boolean resumes) {
    try {
      if (out.isEmpty()) {
        return new ReplayDirectory(out, Files.createTempDirectory("wirewatch-replay"));
      }
      Path work = out.get().resolve(WORK);
      boolean stopped = Files.exists(work.resolve(PLAN));
      if (stopped && !resumes) {
        throw new Refusal(
            "a replay stopped in %s: go on with --resume, or delete %s".formatted(out.get(), work));
      }
      if (!stopped && resumes) {
        throw new Refusal("no replay stopped in " + out.get() + ": leave --resume out");
      }
      if (!stopped) {
        Scratch.delete(Files.createDirectories(work));
      }
      Files.createDirectories(work);
      return new ReplayDirectory(out, work);
    } catch (IOException failed) {
      throw new Refusal(
          "cannot write to %s: %s"
              .formatted(
                  out.map(Path::toString).orElse("the temporary directory"), failed.getMessage()),
          failed);
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
    if (!Files.exists(file)) {
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
    if (atTheEnd || out.isEmpty() || !Files.exists(work.resolve(PLAN))) {
      Scratch.delete(work);
    }
  }
}
