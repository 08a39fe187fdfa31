package io.wirewatch.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SieveTest {
  private static final ByteBuffer VALUE = bytes("xxabxabc");

  @Test
  void keys_equalBytes_areKeptWhereverTheirBufferBegins() {
    Sieve sieve = Sieve.keys(List.of("one", "two"));
    ByteBuffer within = bytes("__two").position(2).slice();

    assertThat(sieve.keeps(bytes("one"), VALUE)).isTrue();
    assertThat(sieve.keeps(within, null)).isTrue();
    assertThat(sieve.keeps(bytes("tw"), VALUE)).isFalse();
    assertThat(sieve.keeps(null, VALUE)).isFalse();
  }

  @Test
  void mentions_anywhereInTheValue_areKept() {
    assertThat(Sieve.mentions(List.of("abc")).keeps(null, VALUE)).isTrue();
    assertThat(Sieve.mentions(List.of("xxa")).keeps(null, VALUE)).isTrue();
    assertThat(Sieve.mentions(List.of("nothing", "xab")).keeps(null, VALUE)).isTrue();
    assertThat(Sieve.mentions(List.of("abcd")).keeps(null, VALUE)).isFalse();
    assertThat(Sieve.mentions(List.of("abc")).keeps(bytes("abc"), null)).isFalse();
    assertThat(VALUE.position()).isZero();
  }

  @Test
  void or_keepsWhatEitherKeeps() {
    Sieve either = Sieve.keys(List.of("k")).or(Sieve.mentions(List.of("abc")));

    assertThat(either.keeps(bytes("k"), null)).isTrue();
    assertThat(either.keeps(bytes("l"), VALUE)).isTrue();
    assertThat(either.keeps(bytes("l"), bytes("ab"))).isFalse();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
