package io.wirewatch.journey.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes hostile bytes of good ones: flips, cuts, doubles, moves and splices them, and puts in what
 * parsers dislike.
 */
final class Mutator {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_STEPS = 6;
  private static final Path CORPUS = Path.of("src/test/resources/hostile");

  private static final List<String> DISLIKED =
      List.of(
          "\0",
          "\r\n",
          "\n",
          "\r",
          "\t",
          "\u001B[2J",
          "\u009B31m",
          "\u202E",
          "\uFEFF",
          "\uFFFD",
          "\u200B",
          "\u200C",
          "\u0085",
          "\u2028",
          "e\u0301",
          "𝔸",
          "😀",
          "ﷺ",
          "ـ",
          "İ",
          "ß",
          "\"",
          "'",
          "\\",
          "\\u0000",
          "\\ud800",
          "\\udc00\\ud800",
          "{",
          "}",
          "[",
          "]",
          "[[[[",
          "{\"a\":",
          ",",
          ":",
          "- ",
          "&",
          "&amp;",
          "&#0;",
          "&#xD800;",
          "&#99999999;",
          "&x;",
          "<",
          ">",
          "</",
          "/>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "<?",
          "%00",
          "%",
          "%zz",
          "..",
          "/../",
          "0",
          "-1",
          "1e999",
          "NaN",
          "2147483648",
          "-9223372036854775808",
          "9999-99-99",
          "2 hours ago",
          "null",
          "true",
          "*a",
          "&a ",
          "!!java.net.URL",
          "? ",
          "| ",
          "http://[::ffff:127.0.0.1]/",
          "file:///etc/passwd",
          "Iraq",
          "داعش",
          "الحدود",
          "سنوور");

  private final List<byte[]> seeds;
  private final List<byte[]> tokens = new ArrayList<>();

  /** Bytes made of these, of what is in the target's corpus, and of words of its language. */
  Mutator(String target, List<byte[]> seeds, String... words) {
    this.seeds = Stream.concat(seeds.stream(), corpus(target).stream()).toList();
    Stream.concat(DISLIKED.stream(), Arrays.stream(words))
        .map(token -> token.getBytes(StandardCharsets.UTF_8))
        .forEach(tokens::add);
    tokens.add(new byte[] {(byte) 0xFF, (byte) 0xFE});
    tokens.add(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
    tokens.add(new byte[] {(byte) 0xC0, (byte) 0x80});
    tokens.add(new byte[] {(byte) 0xD8});
  }

  /** The files of a folder, whole, in the order of their names. */
  static List<byte[]> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().map(Mutator::bytes).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What once broke the target. */
  static List<byte[]> corpus(String target) {
    return files(CORPUS.resolve(target));
  }

  /** All that inputs are made from. */
  List<byte[]> seeds() {
    return seeds;
  }

  /** The next input. */
  byte[] mutated(Random random) {
    byte[] input = any(seeds, random);
    for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
      input = step(input, random);
    }
    return Arrays.copyOf(input, Math.min(input.length, MOST_BYTES));
  }

  /** A line of text that nobody should write. */
  String line(Random random) {
    StringBuilder line = new StringBuilder();
    for (int parts = 1 + random.nextInt(12); parts > 0; parts--) {
      line.append(new String(any(tokens, random), StandardCharsets.UTF_8));
      line.append(random.nextBoolean() ? " " : "word");
    }
    return line.toString();
  }

  private byte[] step(byte[] input, Random random) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(64));
    byte[] part = Arrays.copyOfRange(input, from, to);
    return switch (random.nextInt(10)) {
      case 0 -> flipped(input, random);
      case 1 -> spliced(input, from, new byte[0], to);
      case 2 -> spliced(input, from, random(random), from);
      case 3 -> spliced(input, from, part, from);
      case 4 -> spliced(input, random.nextInt(from + 1), part, from);
      case 5 -> spliced(input, from, any(tokens, random), to);
      case 6 -> spliced(input, from, many(random), from);
      case 7 -> spliced(input, from, tail(any(seeds, random), random), input.length);
      case 8 -> random.nextInt(4) == 0 ? Arrays.copyOf(input, from) : input;
      default -> spliced(input, from, any(tokens, random), from);
    };
  }

  private static byte[] flipped(byte[] input, Random random) {
    byte[] flipped = input.clone();
    for (int times = 1 + random.nextInt(4); times > 0 && flipped.length > 0; times--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] random(Random random) {
    byte[] bytes = new byte[random.nextInt(16)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] many(Random random) {
    byte[] token = any(tokens, random);
    int times = random.nextInt(16) == 0 ? random.nextInt(4000) : random.nextInt(20);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int n = 0; n < times; n++) {
      many.writeBytes(token);
    }
    return many.toByteArray();
  }

  private static byte[] tail(byte[] bytes, Random random) {
    return Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length);
  }

  private static byte[] any(List<byte[]> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static byte[] spliced(byte[] input, int upTo, byte[] middle, int from) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(input.length + middle.length);
    whole.write(input, 0, upTo);
    whole.writeBytes(middle);
    whole.write(input, from, input.length - from);
    return whole.toByteArray();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
