package io.wirewatch.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextsTest {

  @Test
  void bounded_ofATextThatIsTooLong_endsInAnEllipsisAndKeepsCharactersWhole() {
    assertThat(Texts.bounded("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Texts.bounded("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(Texts.bounded("abcd😀😀", 6)).isEqualTo("abcd…");
    assertThat(Texts.bounded(null, 6)).isNull();
  }

  @Test
  void bounded_ofAnAddressWithAPassword_doesNotShowIt() {
    assertThat(Texts.bounded("read https://feed:hidden@wire.example/a?to=b@c failed", 500))
        .isEqualTo("read https://…@wire.example/a?to=b@c failed");
  }

  @Test
  void read_ofBytesThatAreNoText_isEmpty() {
    assertThat(Texts.read("حدود\n\tok".getBytes(StandardCharsets.UTF_8))).hasValue("حدود\n\tok");
    assertThat(Texts.read(new byte[] {0, 1, 2})).isEmpty();
    assertThat(Texts.read(new byte[] {(byte) 0xff, 'a'})).isEmpty();
  }
}
