package io.wirewatch.journey.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is soon full; mounted until it is closed. */
final class SmallDisk implements AutoCloseable {
  /** Room for twenty runs of 20,000 articles; what fills it is memory. */
  private static final int MEBIBYTES = 1_024;

  private final Path place;
  private final Thread lastWill = new Thread(this::unmount, "unmount");

  private SmallDisk(Path place) {
    this.place = place;
    Runtime.getRuntime().addShutdownHook(lastWill);
  }

  /** Mounts one on a directory, which it makes. */
  static SmallDisk at(Path place) throws InterruptedException {
    if (!mount(place)) {
      throw new IllegalStateException("cannot mount a tmpfs on " + place);
    }
    return new SmallDisk(place);
  }

  /** Whether this user may mount one. */
  static boolean isPossible() {
    try {
      Path probe = Files.createTempDirectory("wirewatch-probe-");
      boolean mounted = mount(probe);
      if (mounted) {
        run("umount", probe.toString());
      }
      Files.delete(probe);
      return mounted;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(lastWill);
  }

  private void unmount() {
    try {
      // Lazily: a process that was told to end may still hold a file.
      run("umount", "-l", place.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean mount(Path place) throws InterruptedException {
    try {
      Files.createDirectories(place);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return run("mount", "-t", "tmpfs", "-o", "size=" + MEBIBYTES + "m", "tmpfs", place.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
