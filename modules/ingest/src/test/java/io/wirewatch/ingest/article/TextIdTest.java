package io.wirewatch.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextIdTest {

  @Test
  void of_isTheFirstHalfOfTheSha256OfThreeFoldedLines() {
    // printf 'Tigris Wire\nRoad closed\nIt is closed.' | sha256sum
    assertThat(TextId.of("Tigris Wire", "Road closed", "It is closed."))
        .isEqualTo("4d91453ecf7871e1dce20aa6cc2e37f4");
  }

  @Test
  void of_doesNotSeeWhiteSpace() {
    assertThat(TextId.of(" Tigris\u00A0Wire", "Road  closed", "It\nis\r\nclosed. "))
        .isEqualTo(TextId.of("Tigris Wire", "Road closed", "It is closed."));
  }

  @Test
  void of_seesWhereOneTextEnds() {
    assertThat(TextId.of("a", "b c", "d")).isNotEqualTo(TextId.of("a", "b", "c d"));
  }
}
