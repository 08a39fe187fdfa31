package io.wirewatch.journey.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/**
 * Many hostile inputs for one reader: first those that once broke it (and those that they are made
 * from), then as many new ones as {@code -Dfuzz.inputs} says. Each has a random generator of its
 * own, seeded by {@code -Dfuzz.seed} and its number, so that one alone can be made again with
 * {@code -Dfuzz.first=N -Dfuzz.inputs=1}. One that fails is kept in {@code target/fuzz}.
 */
final class Fuzz {
  /** Time of the processor, not of the wall: other work on the machine does not count. */
  private static final Duration MOST_CPU = Duration.ofSeconds(5);

  private static final Path FAILED = Path.of("target/fuzz");

  private final String target;
  private final long seed = Long.getLong("fuzz.seed", 20261124L);
  private final int first = Integer.getInteger("fuzz.first", 0);
  private final int inputs;

  /** What is done with an input; whatever it throws is a fault. */
  interface Trial {
    void on(byte[] input, Random random) throws Exception;
  }

  /**
   * A fuzzer.
   *
   * @param target names it, and the folder of its corpus
   * @param usual how many inputs where nobody says
   */
  Fuzz(String target, int usual) {
    this.target = target;
    this.inputs = Integer.getInteger("fuzz.inputs", usual);
  }

  /** Tries the corpus as it is, then inputs that are made from it. */
  void run(Mutator mutator, Trial trial) {
    List<byte[]> corpus = mutator.seeds();
    for (int at = 0; at < corpus.size(); at++) {
      attempt("corpus-" + at, corpus.get(at), random(-1 - at), trial);
    }
    for (int number = first; number < first + inputs; number++) {
      Random random = random(number);
      attempt("input-" + number, mutator.mutated(random), random, trial);
    }
    System.out.printf("fuzz %s: %d inputs, seed %d%n", target, inputs, seed);
  }

  private Random random(int number) {
    return new Random((seed * 0x9E3779B97F4A7C15L + number) * 0xBF58476D1CE4E5B9L);
  }

  private void attempt(String name, byte[] input, Random random, Trial trial) {
    long before = cpuNanos();
    try {
      trial.on(input, random);
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError broken) {
      Assertions.fail(told(name, input) + ": " + broken, broken);
    }
    Duration took = Duration.ofNanos(cpuNanos() - before);
    if (took.compareTo(MOST_CPU) > 0) {
      Assertions.fail(told(name, input) + ": took " + took + " of the processor");
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private String told(String name, byte[] input) {
    Path file = FAILED.resolve(target + "-" + seed + "-" + name);
    try {
      Files.createDirectories(FAILED);
      Files.write(file, input);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return "fuzz " + target + ", seed " + seed + ", " + name + ", kept in " + file;
  }
}
