package io.wirewatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.ingest.article.UnusableInputException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://wire.example/أخبار.xml, http://wire.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1.xml",
    "http://wire.example/a b.xml, http://wire.example/a%20b.xml",
    "http://wire.example/?x=a|b#c|d, http://wire.example/?x=a%7Cb",
    "http://wire.example/[1]?x[]=2, http://wire.example/%5B1%5D?x[]=2",
    "http://wire.example/5%?x=%zz, http://wire.example/5%25?x=%25zz",
    "http://wire.example/%D8%a3/😀, http://wire.example/%D8%a3/%F0%9F%98%80",
    "http://أخبار.example:81/feed, http://xn--igbicxr.example:81/feed",
    "HTTP://Wire.example, HTTP://Wire.example",
    "http://[::1]:81/a, http://[::1]:81/a"
  })
  void of_anAddressAsBrowsersTakeIt_isOneThatCanBeAsked(String written, String asked)
      throws UnusableInputException {
    assertThat(WebAddress.of(written)).hasToString(asked);
    assertThat(WebAddress.of(asked)).hasToString(asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"１２７.0.0.1", "127。0。0。1", "ⓛⓞcalhost"})
  void of_aHostInOtherLetters_isTheOneThatIsAsked(String host) throws UnusableInputException {
    URI address = WebAddress.of("http://" + host + "/");

    assertThat(address.getHost()).isIn("127.0.0.1", "localhost");
    try (Fetcher guarded = new Fetcher(false)) {
      assertThatThrownBy(() -> guarded.fetch("http://" + host + "/"))
          .hasMessageContaining("not on the public internet");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://wire.example／.other.example/",
        "http://wire.example＠other.example/",
        "http://أ@other.example/",
        "http://أ:b@other.example/",
        "http://أ b.example/",
        "http://%D8%A3.example/",
        "http://my_site.example/",
        "http://my_أ.example/",
        "http://wire.example\\@other.example/",
        "http:///feed",
        "http://أ..example/",
        "http://wire.example/a\tb"
      })
  void of_aHostThatIsNone_isRefused(String written) {
    assertThatThrownBy(() -> WebAddress.of(written))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("not a");
  }

  @Test
  void of_anAddressOfMoreThan8KiB_isRefused() {
    assertThatThrownBy(() -> WebAddress.of("http://wire.example/" + "a".repeat(8192)))
        .hasMessageContaining("not a web address");
  }

  @Test
  void reference_toAPartOfThePage_isThePage() throws UnusableInputException {
    assertThat(WebAddress.reference("#top")).hasToString("");
    assertThat(WebAddress.reference("//أ.example/ب")).hasToString("//xn--igb.example/%D8%A8");
  }
}
