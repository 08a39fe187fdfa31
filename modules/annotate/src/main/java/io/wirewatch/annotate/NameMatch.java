package io.wirewatch.annotate;

/**
 * A stretch of words that is a name.
 *
 * @param first index of its first word
 * @param last index of its last word
 * @param start first code unit
 * @param end one past the last
 * @param position its uses in the gazetteer
 * @param stemmed whether an ending was taken off its last word
 */
record NameMatch(int first, int last, int start, int end, int position, boolean stemmed) {
  int words() {
    return last - first + 1;
  }

  /** The same name with words before it. */
  NameMatch from(int word, int at) {
    return new NameMatch(word, last, at, end, position, stemmed);
  }

  /** The same name with words after it. */
  NameMatch to(int word, int at) {
    return new NameMatch(first, word, start, at, position, stemmed);
  }
}
