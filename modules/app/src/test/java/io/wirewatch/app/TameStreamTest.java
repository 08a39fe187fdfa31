package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TameStreamTest {

  private static String shown(String text) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (TameStream tame = new TameStream(screen)) {
      tame.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return screen.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "001b, a\\u001bb",
    "0007, a\\u0007b",
    "0000, a\\u0000b",
    "000d, a\\u000db",
    "007f, a\\u007fb",
    "0080, a\\u0080b",
    "009b, a\\u009bb",
    "009f, a\\u009fb",
    "202a, a\\u202ab",
    "202e, a\\u202eb",
    "2066, a\\u2066b",
    "2069, a\\u2069b"
  })
  void write_ofWhatATerminalObeys_showsItsEscape(String code, String shown) throws IOException {
    assertThat(shown("a" + (char) Integer.parseInt(code, 16) + "b")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\tb\n",
        "داعش\u200cه",
        "\u200F\u200E",
        "â\u00A0Â",
        "\u2028\u2030\u2040\u2070",
        "\u2065\u206A",
        "😀 ێ"
      })
  void write_ofTextInAnyScript_isTheText(String text) throws IOException {
    assertThat(shown(text)).isEqualTo(text);
  }

  @Test
  void write_ofALineOfJson_keepsItsMeaning() throws IOException {
    ObjectMapper json = new ObjectMapper();
    String text = "a\u001b\u009b31m\u202e\u007fداعش";

    String line = shown(json.writeValueAsString(text));

    assertThat(line).doesNotContain("\u009b", "\u202e", "\u007f");
    assertThat(json.readValue(line, String.class)).isEqualTo(text);
  }

  @Test
  void write_inPieces_isTheSameAsAtOnce() throws IOException {
    long seed = 20261124;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] =
            (byte) new int[] {0xC2, 0xE2, 0x80, 0x81, 0x9B, 0xAE, 0xA6, 'a', 27}[random.nextInt(9)];
      }
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      ByteArrayOutputStream pieces = new ByteArrayOutputStream();
      try (TameStream one = new TameStream(whole);
          TameStream other = new TameStream(pieces)) {
        one.write(bytes);
        for (byte b : bytes) {
          other.write(b);
        }
      }
      assertThat(pieces.toByteArray()).as("seed %d", seed).isEqualTo(whole.toByteArray());
      assertThat(whole.toByteArray()).as("seed %d", seed).doesNotContain(27);
    }
  }
}
