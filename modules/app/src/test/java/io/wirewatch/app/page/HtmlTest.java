package io.wirewatch.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlTest {
  private static String written(String text) {
    StringBuilder out = new StringBuilder();
    new Html(out).element("p", text, "title", text);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</p></main><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "<!-- --!> ]]> <![CDATA[",
        "&lt;b&gt; &#60;b> &amp;amp; &nosuch;",
        "</title></style></textarea><svg/onload=alert(1)>",
        "a < b && c > d"
      })
  void element_ofTextThatLooksLikeMarkup_holdsThatText(String text) {
    Document read = Jsoup.parseBodyFragment(written(text));

    assertThat(read.body().childrenSize()).isEqualTo(1);
    assertThat(read.body().child(0).childrenSize()).isZero();
    assertThat(read.body().child(0).attributesSize()).isEqualTo(1);
    assertThat(read.body().wholeText()).isEqualTo(text);
    assertThat(read.body().child(0).attr("title")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0xD, 0x1B, 0x7F, 0x80, 0x85, 0x9B, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFDD0,
        0xFFFE, 0xFFFF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF
      })
  void element_ofWhatIsNoTextOrTurnsIt_showsThatSomethingWasThere(int code) {
    assertThat(written("a" + (char) code + "b")).isEqualTo("<p title=\"a\uFFFDb\">a\uFFFDb</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "داعش\u200cه \u200F\u200E",
        "ئاژانسی کۆتر",
        "a\tb\nc",
        "😀 \uD83D\uDE00",
        "\u2028"
      })
  void element_ofTextInAnyScript_isThatText(String text) {
    assertThat(written(text)).isEqualTo("<p title=\"" + text + "\">" + text + "</p>");
  }

  @Test
  void text_thatCannotBeWritten_throws() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("no room");
          }

          @Override
          public Appendable append(CharSequence text, int from, int to) throws IOException {
            return append(CharBuffer.wrap(text, from, to));
          }

          @Override
          public Appendable append(char c) throws IOException {
            return append(Character.toString(c));
          }
        };

    assertThatThrownBy(() -> new Html(full).text("a"))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("no room");
  }
}
