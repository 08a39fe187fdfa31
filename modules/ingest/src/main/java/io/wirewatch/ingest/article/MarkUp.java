package io.wirewatch.ingest.article;

/** Mark-up before it is parsed: a parser makes many times its size of it. */
public final class MarkUp {
  private MarkUp() {}

  /** How many elements begin in an HTML or XML text; those in comments count too. */
  public static int elements(String text) {
    int elements = 0;
    for (int at = text.indexOf('<');
        at >= 0 && at + 1 < text.length();
        at = text.indexOf('<', at + 1)) {
      elements += Character.isLetter(text.charAt(at + 1)) ? 1 : 0;
    }
    return elements;
  }
}
