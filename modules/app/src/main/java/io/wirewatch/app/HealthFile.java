package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.stage.StageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What tells a container's health check that a command works: a file that is written anew every few
 * seconds while it does, and is gone while it does not. A process that hangs writes nothing, so the
 * check also looks at the file's age.
 */
final class HealthFile implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final @Nullable Path file;
  private long lastBeatNanos;
  private boolean there;

  private HealthFile(@Nullable Path file) {
    this.file = file;
  }

  /** The file that {@code health.file} names; none where it names none. */
  static HealthFile of(Settings settings) {
    String name = settings.value(StageSettings.HEALTH_FILE);
    HealthFile health = new HealthFile(name.isEmpty() ? null : Path.of(name));
    health.close();
    return health;
  }

  /** Says how it is now; cheap enough to be asked all the time. */
  void tell(boolean works) {
    if (!works) {
      close();
    } else if (file != null && (!there || System.nanoTime() - lastBeatNanos > BEAT.toNanos())) {
      lastBeatNanos = System.nanoTime();
      there = true;
      write(file);
    }
  }

  /** It works no more. */
  @Override
  public void close() {
    there = false;
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "works\n");
    } catch (IOException failed) {
      throw unusable(file, failed);
    }
  }

  private static Refusal unusable(@Nullable Path file, IOException failed) {
    return new Refusal(
        "cannot write " + file + ": let health.file name a file that can be written",
        new UncheckedIOException(failed));
  }
}
