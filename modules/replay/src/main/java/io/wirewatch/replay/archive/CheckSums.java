package io.wirewatch.replay.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SHA-256 of the files of one day, in the form of {@code sha256sum}. */
final class CheckSums {
  private static final String NAME = "SHA256SUMS";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  private final Path folder;
  private final SortedMap<String, String> sums = new TreeMap<>();

  private CheckSums(Path folder) {
    this.folder = folder;
  }

  /** Those of a folder; none where it has no such file. */
  static CheckSums of(Path folder) throws IOException {
    CheckSums sums = new CheckSums(folder);
    Path file = folder.resolve(NAME);
    if (Files.exists(file)) {
      // Damaged bytes are no lines then, and the files have no sum.
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      text.lines()
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .forEach(line -> sums.sums.put(line.group(2), line.group(1)));
    }
    return sums;
  }

  /** The files that have one. */
  Set<String> names() {
    return sums.keySet();
  }

  /** Whether a file is as it was written; empty where that is not known. */
  Optional<Boolean> holds(ArchiveFile file) throws IOException {
    String sum = sums.get(file.name());
    return sum == null ? Optional.empty() : Optional.of(sum.equals(sum(file.path())));
  }

  /** Notes the sum of a file. */
  void add(ArchiveFile file) throws IOException {
    sums.put(file.name(), sum(file.path()));
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    // Whole or not at all: half a line would make the sums of all useless.
    Path unfinished = folder.resolve("." + NAME + Disk.UNFINISHED);
    Files.writeString(unfinished, lines, StandardCharsets.UTF_8);
    Disk.finish(unfinished, folder.resolve(NAME));
  }

  private static String sum(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path);
        DigestOutputStream sum =
            new DigestOutputStream(
                java.io.OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(sum);
      return HexFormat.of().formatHex(sum.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
