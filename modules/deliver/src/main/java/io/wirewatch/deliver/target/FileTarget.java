package io.wirewatch.deliver.target;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Appends each message to a file as one line, the same that a webhook gets, and waits until it is
 * on the disk. The file is opened for each message, so that it may be moved away at any time.
 */
final class FileTarget implements Target {
  private final Path path;
  private final Duration timeout;
  private final EventJson events;
  private final Attempt attempt = new Attempt("deliver-file");

  /** What the file ended with when it was so long. */
  private FileTail tail = new FileTail();

  private long length;

  FileTarget(Path path, Duration timeout, String source) {
    this.path = path;
    this.timeout = timeout;
    this.events = new EventJson(source);
  }

  @Override
  public Answer send(Message message) throws InterruptedException {
    String line = events.line(message);
    try {
      return attempt.within(timeout, () -> append(line), () -> {});
    } catch (TimeoutException late) {
      return later("did not take it within " + timeout.toSeconds() + " s; is its disk there?");
    } catch (ExecutionException failed) {
      return later("cannot be written: " + failed.getCause());
    }
  }

  private Answer append(String line) throws IOException {
    try (FileChannel file = FileChannel.open(path, CREATE, READ, WRITE);
        FileLock only = file.tryLock()) {
      if (only == null) {
        return later("is written by another process; give each its own file");
      }
      if (file.size() != length) {
        tail = FileTail.of(file);
        length = file.size();
      }
      if (tail.has(line)) {
        return new Answer.Taken("had it already", Optional.empty());
      }
      write(file, line);
      return new Answer.Taken("written to " + path.getFileName(), Optional.empty());
    } catch (OverlappingFileLockException ours) {
      return later("is written by another target; give each its own file");
    }
  }

  private void write(FileChannel file, String line) throws IOException {
    try {
      // What a crash left half written becomes a line of its own.
      String text = (tail.isWhole() ? "" : "\n") + line + "\n";
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      long at = length;
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
      file.force(true);
      tail.add(line);
      length = at;
    } catch (IOException full) {
      file.truncate(length);
      throw full;
    }
  }

  private Answer later(String what) {
    return new Answer.Later(OneLine.of(path + " " + what, 300), Optional.empty());
  }

  @Override
  public void close() {
    attempt.close();
  }
}
