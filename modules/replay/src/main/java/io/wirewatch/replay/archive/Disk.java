package io.wirewatch.replay.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/** How a file gets its name only once all of it is on the disk. */
final class Disk {
  /** What names of files end with that have no such name yet. */
  static final String UNFINISHED = ".unfinished";

  private Disk() {}

  /** Forces a file to the disk, and gives it its name. */
  static void finish(Path unfinished, Path finished) throws IOException {
    try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    Path folder = finished.getParent();
    if (folder != null) {
      force(folder);
    }
  }

  private static void force(Path folder) {
    try (FileChannel names = FileChannel.open(folder)) {
      names.force(true);
    } catch (IOException unable) {
      // Not every system can; then its name may be lost with the power, never a part of the file.
      LoggerFactory.getLogger(Disk.class).debug("cannot force {}", folder, unable);
    }
  }
}
