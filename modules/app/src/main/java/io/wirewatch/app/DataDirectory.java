package io.wirewatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory that {@code up} works in, held by one process at a time. One that nobody named is
 * made for this run and goes with it.
 */
final class DataDirectory implements AutoCloseable {
  private static final int MOST_OWNER_BYTES = 200;
  // Behind the text, so that the text of a held lock can still be read where locks are mandatory.
  private static final long LOCKED_BYTE = 1 << 20;

  private final Path root;
  private final boolean passing;
  private final boolean fresh;
  private final FileChannel channel;

  private DataDirectory(Path root, boolean passing, FileChannel channel) {
    this.root = root;
    this.passing = passing;
    // The cluster makes this folder when it first starts.
    this.fresh = !Files.exists(root.resolve("kafka"));
    this.channel = channel;
  }

  /**
   * Takes hold of a directory.
   *
   * @param wanted null for one that goes with this run
   * @throws Refusal where another process holds it; the message names that process
   */
  static DataDirectory open(@Nullable Path wanted) {
    try {
      Path root =
          wanted == null
              ? Files.createTempDirectory("wirewatch-")
              : Files.createDirectories(wanted).toAbsolutePath();
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        String owner = read(channel);
        channel.close();
        throw new Refusal(
            root
                + " is in use by "
                + owner
                + ": stop that one, or give another directory with --data");
      }
      write(channel, "the wirewatch with process id " + ProcessHandle.current().pid());
      return new DataDirectory(root, wanted == null, channel);
    } catch (IOException failed) {
      throw new Refusal(
          "cannot use " + wanted + " as data directory: " + failed.getMessage(), failed);
    }
  }

  /** Whether no run has worked here before. */
  boolean isFresh() {
    return fresh;
  }

  /** Where the cluster has its folders. */
  Path root() {
    return root;
  }

  Path state() {
    return root.resolve("state");
  }

  /** Which inputs were published completely. */
  Path inputs() {
    return root.resolve("inputs");
  }

  @Override
  public void close() {
    try {
      channel.close();
      if (passing) {
        Scratch.delete(root);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MOST_OWNER_BYTES);
    channel.read(buffer, 0);
    String owner = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8).strip();
    return owner.isEmpty() ? "another wirewatch" : Printable.line(owner);
  }

  private static void write(FileChannel channel, String owner) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }
}
