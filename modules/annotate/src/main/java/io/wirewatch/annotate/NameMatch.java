package io.wirewatch.annotate;

/**
 * A stretch of words that is a name.
 *
 * @param first index of its first word
 * @param last index of its last word
 * @param start first code unit
 * @param end one past the last
 * @param position its uses in the gazetteer
 */
record NameMatch(int first, int last, int start, int end, int position) {
  int words() {
    return last - first + 1;
  }
}
