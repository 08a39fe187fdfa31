package io.wirewatch.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PageLinkTest {

  @Test
  void canonical_ofRubbish_neverThrows() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder rubbish = new StringBuilder(random.nextBoolean() ? "http://" : "");
      random.ints(random.nextInt(30), 0, 128).forEach(rubbish::appendCodePoint);
      assertThat(PageLink.canonical(rubbish.toString(), "https://wire.example/"))
          .as("seed %d", seed)
          .isNotNull();
    }
  }

  @Test
  void canonical_ofALink_isResolvedAgainstItsPage() {
    assertThat(PageLink.canonical("../b?utm_source=x", "https://wire.example/en/a/"))
        .hasValue("https://wire.example/en/b");
    assertThat(PageLink.canonical("?id=7", "https://wire.example/en/a"))
        .hasValue("https://wire.example/en/a?id=7");
  }

  @Test
  void canonical_ofALinkOnAPageWithoutAddress_isEmpty() {
    assertThat(PageLink.canonical("/b", "")).isEmpty();
  }
}
