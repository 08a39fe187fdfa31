package io.wirewatch.app;

import io.wirewatch.ingest.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Which files were published completely, by their content, so that a run that goes on does not
 * publish them again.
 */
final class PublishedInputs {
  private final Path list;
  private final Set<String> known;

  PublishedInputs(Path list) {
    this.list = list;
    try {
      known = new HashSet<>(Files.exists(list) ? Files.readAllLines(list) : Set.of());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * What tells a file's content from any other; empty for an input that is no file, and may say
   * something else each time.
   */
  Optional<String> fingerprint(Input input) {
    Path file = Path.of(input.name());
    if (input.name().equals("-") || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException unreadable) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  boolean contains(String fingerprint) {
    return known.contains(fingerprint);
  }

  /** Notes that the broker has all of a file. */
  void add(String fingerprint) {
    known.add(fingerprint);
    try {
      Files.writeString(
          list,
          fingerprint + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
