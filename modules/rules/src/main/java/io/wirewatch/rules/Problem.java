package io.wirewatch.rules;

/**
 * Something wrong in a rule file.
 *
 * @param line counted from 1; 0 when it concerns the file as a whole
 * @param column counted from 1, in characters; 0 likewise
 * @param wrong what is wrong
 * @param right what would be right
 */
public record Problem(String file, int line, int column, String wrong, String right) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + wrong + "; " + right;
  }
}
