package io.wirewatch.benchmarks.feeds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder's files, with all below it, in the order of their paths. */
final class FeedFiles {
  private static final Set<String> FEEDS = Set.of("rss", "feed", "rdf");
  private static final Pattern PROLOGUE =
      Pattern.compile("(?s)<!--.*?-->|<\\?.*?\\?>|<!DOCTYPE.*?>");
  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)");

  private FeedFiles() {}

  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  /** Whether the root element is that of RSS, Atom or RDF, in any case and with any prefix. */
  static boolean isFeed(byte[] file) {
    // The zero bytes are UTF-16's.
    String text = new String(file, StandardCharsets.ISO_8859_1).replace("\0", "");
    Matcher root = ROOT.matcher(PROLOGUE.matcher(text).replaceAll(""));
    return root.find() && FEEDS.contains(root.group(1).toLowerCase(Locale.ROOT));
  }
}
