package io.wirewatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicBytesTest {
  @Test
  void in_aBrokersDirectory_addsPartitionsOfATopic(@TempDir Path directory) throws IOException {
    write(directory.resolve("news.alerts-0"), "00.log", 10);
    write(directory.resolve("news.alerts-11"), "00.log", 5);
    write(directory.resolve("news.alerts-11"), "00.index", 100);

    assertThat(TopicBytes.in(directory)).isEqualTo(Map.of("news.alerts", 15L));
  }

  private static void write(Path partition, String file, int bytes) throws IOException {
    Files.createDirectories(partition);
    Files.write(partition.resolve(file), new byte[bytes]);
  }
}
