package io.wirewatch.ingest;

import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.Fetched;
import io.wirewatch.ingest.web.Fetcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Inputs as users say them: a file, a folder, a web address, or {@code -} for standard input. */
public final class Inputs {
  private final Fetcher fetcher;
  private final InputStream standardInput;

  /** Inputs whose addresses that fetcher reads. */
  public Inputs(Fetcher fetcher, InputStream standardInput) {
    this.fetcher = fetcher;
    this.standardInput = standardInput;
  }

  /**
   * What the word stands for, never empty: of a folder, its files that are not hidden, in the order
   * of their names. Web addresses are not asked before they are opened.
   *
   * @throws UnusableInputException where there is no such thing
   */
  public List<Input> named(String word) throws UnusableInputException {
    if (word.equals("-")) {
      return List.of(new Input(word, () -> new Input.Content(standardInput, null, null)));
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return List.of(new Input(Fetcher.told(word), () -> fetched(word)));
    }
    Path path = path(word);
    if (Files.isDirectory(path)) {
      return folder(path);
    }
    if (!Files.exists(path)) {
      throw new UnusableInputException("no such file: " + word);
    }
    return List.of(file(path, word));
  }

  private static Path path(String word) throws UnusableInputException {
    try {
      return Path.of(word);
    } catch (InvalidPathException rubbish) {
      throw new UnusableInputException("no such file: " + word, rubbish);
    }
  }

  private static List<Input> folder(Path folder) throws UnusableInputException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Input> files =
          all.filter(file -> Files.isRegularFile(file) && !isHidden(file))
              .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
              .map(file -> file(file, file.toString()))
              .toList();
      if (files.isEmpty()) {
        throw new UnusableInputException("no files in " + folder);
      }
      return files;
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read the folder " + folder, unreadable);
    }
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static Input file(Path path, String name) {
    return new Input(
        name,
        () -> {
          try {
            return new Input.Content(Files.newInputStream(path), null, null);
          } catch (IOException unreadable) {
            throw new UnusableInputException("cannot read the file " + name, unreadable);
          }
        });
  }

  private Input.Content fetched(String address) throws UnusableInputException {
    Fetched answer = fetcher.fetch(address);
    return new Input.Content(answer.content(), answer.address(), answer.charset());
  }
}
