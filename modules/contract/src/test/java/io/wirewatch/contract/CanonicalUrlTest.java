package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Wire.Example/A/b, https://wire.example/A/b",
    "http://wire.example:80/a, http://wire.example/a",
    "https://wire.example:443, https://wire.example/",
    "https://wire.example:8443/a, https://wire.example:8443/a",
    "http://wire.example/a#top, http://wire.example/a",
    "https://wire.example/a?utm_source=x&id=7&fbclid=y, https://wire.example/a?id=7",
    "https://wire.example/a?UTM_Medium=x, https://wire.example/a",
    "https://wire.example/a?b=2&a=1, https://wire.example/a?b=2&a=1",
    "https://me:secret@wire.example/a, https://wire.example/a",
    "http://[2001:DB8::1]:80/a, http://[2001:db8::1]/a",
    "https://wire.example?x=1, https://wire.example/?x=1",
    "https://wire.example/أخبار, https://wire.example/أخبار",
    "' https://wire.example/a ', https://wire.example/a"
  })
  void of_anAddress_givesOneSpelling(String written, String canonical) {
    assertThat(CanonicalUrl.of(written)).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wire.example/a",
        "ftp://wire.example/a",
        "javascript:alert(1)",
        "http://",
        "http:///a",
        "https://wire.example:port/",
        "https://a b.example/",
        "http://x\u0000/",
        "mailto:a@b.example"
      })
  void of_anythingElse_isEmpty(String written) {
    assertThat(CanonicalUrl.of(written)).isEmpty();
  }

  @Test
  void of_aCanonicalAddress_changesNothing() {
    String once = CanonicalUrl.of("HTTP://Wire.example:80?utm_id=1&b=%41#x").orElseThrow();

    assertThat(CanonicalUrl.of(once)).hasValue(once);
  }

  @Test
  void of_rubbish_neverThrows() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder rubbish = new StringBuilder(random.nextBoolean() ? "http://" : "");
      random.ints(random.nextInt(30), 0, 128).forEach(rubbish::appendCodePoint);
      assertThat(CanonicalUrl.of(rubbish.toString())).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void host_ofAnAddress_hasNoWww() {
    assertThat(CanonicalUrl.host("https://www.Wire.example:8080/a")).isEqualTo("wire.example");
  }
}
