package io.wirewatch.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecodedTextTest {
  private static final Charset ARABIC = Charset.forName("windows-1256");

  @Test
  void of_utf8WithAMark_isTheTextWithoutIt() throws UnusableInputException {
    assertThat(DecodedText.of("\uFEFFداعش".getBytes(StandardCharsets.UTF_8), null))
        .isEqualTo("داعش");
  }

  @Test
  void of_utf8_goesBeforeAWrongDeclaration() throws UnusableInputException {
    assertThat(DecodedText.of("داعش".getBytes(StandardCharsets.UTF_8), ARABIC)).isEqualTo("داعش");
  }

  @Test
  void of_anotherEncodingThatTheTransportDeclares_isTheText() throws UnusableInputException {
    assertThat(DecodedText.of("داعش".getBytes(ARABIC), ARABIC)).isEqualTo("داعش");
  }

  @Test
  void of_anotherEncodingThatAMetaDeclares_isTheText() throws UnusableInputException {
    String page = "<html><meta charset=\"windows-1256\"><p>داعش</p>";

    assertThat(DecodedText.of(page.getBytes(ARABIC), null)).isEqualTo(page);
  }

  @Test
  void of_aDeclarationInCapitals_isTheText() throws UnusableInputException {
    String page = "<HTML><META CHARSET=WINDOWS-1256><P>داعش</P>";

    assertThat(DecodedText.of(page.getBytes(ARABIC), null)).isEqualTo(page);
  }

  @Test
  void of_latin1_hasTheQuotesOfWindows() throws UnusableInputException {
    byte[] quoted = {(byte) 0x93, 'a', (byte) 0x94};

    assertThat(DecodedText.of(quoted, StandardCharsets.ISO_8859_1)).isEqualTo("“a”");
  }

  @Test
  void of_latin1WithWhatWindowsHasNot_isStillRead() throws UnusableInputException {
    byte[] control = {(byte) 0x81, 'a', (byte) 0xE9};

    assertThat(DecodedText.of(control, StandardCharsets.ISO_8859_1)).isEqualTo("\u0081aé");
  }

  @Test
  void of_severalMarks_isTheTextWithoutThem() throws UnusableInputException {
    assertThat(DecodedText.of("\uFEFF\uFEFFداعش".getBytes(StandardCharsets.UTF_8), null))
        .isEqualTo("داعش");
  }

  @Test
  void of_anotherEncodingThatXmlDeclares_isTheText() throws UnusableInputException {
    String feed = "<?xml version='1.0' encoding='windows-1256'?><rss>داعش</rss>";

    assertThat(DecodedText.of(feed.getBytes(ARABIC), null)).isEqualTo(feed);
  }

  @Test
  void of_utf16_isTheText() throws UnusableInputException {
    assertThat(DecodedText.of("داعش".getBytes(StandardCharsets.UTF_16), null)).isEqualTo("داعش");
    assertThat(DecodedText.of("<rss/>".getBytes(StandardCharsets.UTF_16LE), null))
        .isEqualTo("<rss/>");
    assertThat(DecodedText.of("<rss/>".getBytes(StandardCharsets.UTF_16BE), null))
        .isEqualTo("<rss/>");
  }

  @Test
  void of_bytesInNoKnownEncoding_isRefused() {
    assertThatThrownBy(() -> DecodedText.of("داعش".getBytes(ARABIC), null))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("not text");
  }

  @Test
  void of_bytesThatAreNotWhatTheyDeclare_areRefused() {
    assertThatThrownBy(
            () -> DecodedText.of(new byte[] {(byte) 0xFF, 0x20}, Charset.forName("EUC-JP")))
        .isInstanceOf(UnusableInputException.class);
  }

  @Test
  void of_zeroBytes_areRefused() {
    assertThatThrownBy(() -> DecodedText.of(new byte[] {'a', 0, 0, 'b'}, null))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("not text");
  }

  @Test
  void of_aFewDamagedBytes_isTheTextWithMarksThere() throws UnusableInputException {
    byte[] page = ("The border is open. ".repeat(20) + "#").getBytes(StandardCharsets.UTF_8);
    page[page.length - 1] = (byte) 0xC3;
    page[20] = 0;

    assertThat(DecodedText.of(page, null))
        .hasSize(401)
        .startsWith("The border is open. \uFFFDhe")
        .endsWith(" \uFFFD");
  }

  @Test
  void of_manyDamagedBytes_isRefused() {
    byte[] page =
        "Le préfet a été prévenu de la levée. ".repeat(20).getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> DecodedText.of(page, null)).hasMessageContaining("not text");
  }

  @Test
  void of_nothing_isEmpty() throws UnusableInputException {
    assertThat(DecodedText.of(new byte[0], null)).isEmpty();
  }

  @Test
  void named_unknownEncoding_isEmpty() {
    assertThat(DecodedText.named("klingon-8")).isEmpty();
    assertThat(DecodedText.named("!")).isEmpty();
  }
}
