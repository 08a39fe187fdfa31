package io.wirewatch.annotate.train;

import io.wirewatch.annotate.tagger.WordClusters;
import io.wirewatch.annotate.tagger.Words;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brown clusters as NLP4J has them: a serialized map from words to the beginnings of their paths.
 */
final class ClusterFile {
  private static final int LONGEST_PATH = 24;

  private ClusterFile() {}

  /**
   * Reads the unpacked file.
   *
   * @throws IOException where it is something else
   */
  static WordClusters read(Path file) throws IOException {
    Map<Integer, Integer> pathByHash = new HashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ObjectInputStream objects = new ObjectInputStream(in)) {
      objects.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter(
              "java.util.HashMap;java.util.HashSet;java.util.Map$Entry;java.lang.String;!*"));
      // By the words, so that of two words of one hash always the same one counts.
      new TreeMap<>((Map<?, ?>) objects.readObject())
          .forEach(
              (word, paths) -> pathByHash.putIfAbsent(hash((String) word), path((Set<?>) paths)));
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new IOException(file + " is no file of clusters", e);
    }
    return WordClusters.of(pathByHash);
  }

  private static int hash(String word) {
    return Words.hash(word, 0, word.length());
  }

  /** The longest of the paths, after a leading one. */
  private static int path(Set<?> paths) {
    String longest = "";
    for (Object path : paths) {
      if (path instanceof String bits && bits.length() > longest.length()) {
        longest = bits;
      }
    }
    String bits = longest.substring(0, Math.min(LONGEST_PATH, longest.length()));
    return Integer.parseInt("1" + bits.replaceAll("[^01]", ""), 2);
  }
}
