package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FingerprintTest {

  @Test
  void of_nothing_isBeginningOfSha256OfNothing() {
    assertThat(Fingerprint.of("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
  }

  @Test
  void of_partsCutElsewhere_differs() {
    assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
  }

  @Test
  void folded_anyWhiteSpace_isOneBlank() {
    assertThat(Fingerprint.folded("\u00a0 one\t\r\n two \u2003")).isEqualTo("one two");
  }
}
