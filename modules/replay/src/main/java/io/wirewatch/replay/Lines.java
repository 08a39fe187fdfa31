package io.wirewatch.replay;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines that a backtest writes, a file for each partition, so that their order does not depend on
 * which partition was read first. A backtest that goes on cuts off what it wrote after the last
 * commit. Not thread-safe.
 */
public final class Lines implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path directory;
  private final String name;
  private final Workbench bench;
  private final Map<Integer, Part> parts = new TreeMap<>();

  private record Part(FileChannel channel, OutputStream out) {}

  /** Lines of that name. */
  public Lines(Path directory, String name, Workbench bench) {
    this.directory = directory;
    this.name = name;
    this.bench = bench;
    bench.each(
        prefix(),
        (partition, length) -> {
          parts.put(Integer.parseInt(partition), part(Integer.parseInt(partition)));
          return true;
        });
  }

  /** One line more of that partition. */
  public void add(int partition, String line) {
    try {
      OutputStream out = parts.computeIfAbsent(partition, this::part).out();
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Notes, for the workbench's next commit, what is written by now. */
  public void keep() {
    parts.forEach(
        (partition, part) -> {
          try {
            part.out.flush();
            Numbers.put(bench, prefix() + partition, part.channel.position());
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  /** Writes all lines to a file, those of the first partition first. */
  public void copyTo(Path file) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    try (OutputStream out = Files.newOutputStream(unfinished)) {
      for (Map.Entry<Integer, Part> part : parts.entrySet()) {
        part.getValue().out.flush();
        Files.copy(path(part.getKey()), out);
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    for (Part part : parts.values()) {
      try {
        part.channel.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private Part part(int partition) {
    try {
      FileChannel channel =
          FileChannel.open(path(partition), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.truncate(Numbers.get(bench, prefix() + partition, 0));
      channel.position(channel.size());
      return new Part(
          channel, new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path path(int partition) {
    return directory.resolve(name + "-" + partition + ".jsonl");
  }

  private String prefix() {
    return "f/" + name + "/";
  }
}
