package io.wirewatch.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.ArticleId;
import org.junit.jupiter.api.Test;

final class ArticleNameTest {

  @Test
  void of_anAddress_isTheIdOfItsCanonicalForm() {
    assertThat(ArticleName.of("HTTPS://Basin.example/gate?utm_source=x"))
        .hasValueSatisfying(
            name -> {
              assertThat(name.id()).isEqualTo(ArticleId.ofUrl("https://basin.example/gate"));
              assertThat(name.inputs())
                  .containsExactly(
                      "https://basin.example/gate", "HTTPS://Basin.example/gate?utm_source=x");
            });
  }

  @Test
  void of_anId_isThatIdAlone() {
    assertThat(ArticleName.of("wire:7"))
        .hasValueSatisfying(
            name -> {
              assertThat(name.id()).isEqualTo("wire:7");
              assertThat(name.inputs()).isEmpty();
            });
  }

  @Test
  void of_neither_isEmpty() {
    assertThat(ArticleName.of("the one about the gate")).isEmpty();
  }
}
