package io.wirewatch.deliver.target;

/**
 * A part of a line.
 *
 * @param marked whether it is why somebody is told
 */
record Span(String text, boolean marked) {

  static Span plain(String text) {
    return new Span(text, false);
  }

  static Span marked(String text) {
    return new Span(text, true);
  }
}
