package io.wirewatch.ingest.article;

/** Which way a text runs. */
public enum Direction {
  LEFT_TO_RIGHT("ltr"),
  RIGHT_TO_LEFT("rtl");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /** As HTML writes it. */
  public String word() {
    return word;
  }

  /** The way of most of its letters. */
  public static Direction of(String text) {
    long balance =
        text.codePoints()
            .map(
                c ->
                    switch (Character.getDirectionality(c)) {
                      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                          1;
                      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                      default -> 0;
                    })
            .sum();
    return balance > 0 ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }
}
