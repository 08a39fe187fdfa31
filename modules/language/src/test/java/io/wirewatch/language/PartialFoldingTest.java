package io.wirewatch.language;

import static io.wirewatch.language.PartialFolding.Difference.APOSTROPHE;
import static io.wirewatch.language.PartialFolding.Difference.DIACRITICS;
import static io.wirewatch.language.PartialFolding.Difference.LETTERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PartialFoldingTest {
  @Test
  void equal_differenceThatIsFolded_isTrue() {
    assertThat(new PartialFolding(Set.of(APOSTROPHE)).equal("Da’esh", "daesh")).isTrue();
    assertThat(new PartialFolding(Set.of(DIACRITICS)).equal("DAÎŞ", "dais")).isTrue();
    assertThat(new PartialFolding(Set.of(LETTERS)).equal("أربیل", "اربيل")).isTrue();
  }

  @Test
  void equal_differenceThatIsKept_isFalse() {
    assertThat(new PartialFolding(Set.of(DIACRITICS, LETTERS)).equal("Da’esh", "daesh")).isFalse();
    assertThat(new PartialFolding(Set.of(APOSTROPHE, LETTERS)).equal("Daiş", "dais")).isFalse();
    assertThat(new PartialFolding(Set.of(APOSTROPHE, DIACRITICS)).equal("أربيل", "اربيل"))
        .isFalse();
  }

  @Test
  void equal_kindOfApostropheAndCase_neverCount() {
    assertThat(new PartialFolding(Set.of()).equal("DA’ESH", "da'esh")).isTrue();
  }

  @Test
  void equal_kindOfDigits_neverCounts() {
    assertThat(new PartialFolding(Set.of()).equal("1924", "١٩٢٤")).isTrue();
    assertThat(new PartialFolding(Set.of(APOSTROPHE)).equal("1924", "۱۹۲۴")).isTrue();
    assertThat(new PartialFolding(Set.of()).equal("1924", "١٩٢٥")).isFalse();
  }
}
