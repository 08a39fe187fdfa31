package io.wirewatch.ingest.page;

/** Which way a text runs. */
enum Direction {
  LEFT_TO_RIGHT,
  RIGHT_TO_LEFT;

  /** The way of most of its letters. */
  static Direction of(String text) {
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
