package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTextTest {
  private static final Charset ARABIC = Charset.forName("windows-1256");

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void of_unicode_isTheTextWithAndWithoutAMark(String encoding) {
    String feed = "<?xml version='1.0' encoding='iso-8859-1'?><rss>أغلق المعبر</rss>";

    assertThat(FeedText.of(feed.getBytes(Charset.forName(encoding)), null)).isEqualTo(feed);
    assertThat(FeedText.of(("\uFEFF" + feed).getBytes(Charset.forName(encoding)), null))
        .isEqualTo(feed);
  }

  @Test
  void of_whatHttpDeclares_goesBeforeTheXmlDeclaration() {
    String feed = "<?xml version='1.0' encoding='koi8-r'?><rss>أغلق</rss>";

    assertThat(FeedText.of(feed.getBytes(ARABIC), ARABIC)).isEqualTo(feed);
  }

  @Test
  void of_theDefaultOfServers_goesBehindTheXmlDeclaration() {
    String feed = "<?xml version='1.0' encoding='windows-1256'?><rss>أغلق</rss>";

    assertThat(FeedText.of(feed.getBytes(ARABIC), StandardCharsets.ISO_8859_1)).isEqualTo(feed);
  }

  @Test
  void of_latin1_isReadAsTheLargerSetThatIsMeant() {
    String feed = "<?xml version='1.0' encoding='iso-8859-1'?><rss>“Café” for 5 €</rss>";

    assertThat(FeedText.of(feed.getBytes(Charset.forName("windows-1252")), null)).isEqualTo(feed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-2022-JP", "Shift_JIS", "EUC-JP", "IBM037", "IBM500"})
  void of_anEncodingThatTheXmlDeclares_isTheText(String encoding) {
    String word = encoding.startsWith("IBM") ? "Gate" : "国境の橋";
    String feed = "<?xml version='1.0' encoding='" + encoding + "'?><rss>" + word + "</rss>";

    assertThat(FeedText.of(feed.getBytes(Charset.forName(encoding)), null)).isEqualTo(feed);
  }

  @ParameterizedTest
  @CsvSource({
    "mac_roman, x-MacRoman, Café",
    "macintosh, x-MacRoman, Café",
    "x-mac-cyrillic, x-MacCyrillic, Мост",
    "iso-8859-8-i, ISO-8859-8, גשר",
    "uhc, x-windows-949, 다리"
  })
  void of_anEncodingByANameOfOtherPrograms_isTheText(String name, String encoding, String word) {
    String feed = "<?xml version='1.0' encoding='" + name + "'?><rss>" + word + "</rss>";

    assertThat(FeedText.of(feed.getBytes(Charset.forName(encoding)), null)).isEqualTo(feed);
  }

  @Test
  void of_utf8WithATornLetter_keepsTheOthers() {
    byte[] whole = "<rss>أغلق المعبر</rss>".getBytes(StandardCharsets.UTF_8);
    byte[] torn = whole.clone();
    torn[6] = ' ';

    assertThat(FeedText.of(torn, null)).contains("\uFFFD").endsWith("غلق المعبر</rss>");
    assertThat(FeedText.of(Arrays.copyOf(whole, whole.length), null)).doesNotContain("\uFFFD");
  }

  @Test
  void of_utf8WithPiecesOfWesternEuropean_isTheTextOfBoth() {
    byte[] feed = concat("<rss>Brücke über den Fluss “neu” ", "“geöffnet”</rss>");

    assertThat(FeedText.of(feed, null))
        .isEqualTo("<rss>Brücke über den Fluss “neu” “geöffnet”</rss>");
  }

  private static byte[] concat(String utf8, String western) {
    ByteBuffer both = ByteBuffer.allocate(4 * (utf8.length() + western.length()));
    both.put(utf8.getBytes(StandardCharsets.UTF_8))
        .put(western.getBytes(Charset.forName("windows-1252")));
    return Arrays.copyOf(both.array(), both.position());
  }

  @Test
  void repaired_utf8ThatWasEncodedTwice_isTheText() {
    for (String text : new String[] {"أغلق المعبر", "Köprü açıldı", "didn’t – “open”…"}) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

      assertThat(Mojibake.repaired(new String(utf8, StandardCharsets.ISO_8859_1))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"«CAFÉ»", "CAFÉ’S", "Ärger über Öl", "naïve façade", "5 °C"})
  void repaired_westernText_stays(String text) {
    assertThat(Mojibake.repaired(text)).isEqualTo(text);
  }
}
