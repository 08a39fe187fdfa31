package io.wirewatch.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much a broker has on its disk, by topic. */
final class TopicBytes {
  private TopicBytes() {}

  /** Sizes of the logs in bytes, without their indexes; partitions of a topic together. */
  static Map<String, Long> in(Path directory) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    for (Path log : logs(directory)) {
      String partition = String.valueOf(log.getName(log.getNameCount() - 2));
      bytes.merge(partition.replaceFirst("-\\d+$", ""), Files.size(log), Long::sum);
    }
    return bytes;
  }

  private static List<Path> logs(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }
}
