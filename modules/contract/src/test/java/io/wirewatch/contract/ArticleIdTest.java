package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {

  @Test
  void ofUrl_isTheFirstHalfOfItsSha256() {
    // printf %s https://wire.example/a | sha256sum
    assertThat(ArticleId.ofUrl("https://wire.example/a"))
        .isEqualTo("dd886c8aa0300ce24b08867e66e8b3d0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "wire:2026/11/23-a_b.c", "urn:uuid:1"})
  void isLegal_ofVisibleAscii_isTrue(String id) {
    assertThat(ArticleId.isLegal(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "ä", "a\n"})
  void isLegal_ofAnythingElse_isFalse(String id) {
    assertThat(ArticleId.isLegal(id)).isFalse();
  }

  @Test
  void isLegal_of201Characters_isFalse() {
    assertThat(ArticleId.isLegal("x".repeat(201))).isFalse();
  }
}
