package io.wirewatch.annotate.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpacingTest {
  @Test
  void spaced_hyphensAcronymsPossessives_areTakenApartAndMarksFollow() throws IOException {
    MarkedText spaced =
        Spacing.spaced(
            MarkedText.of("x:1", "= [Omar al-Rawi]P's car\nThe [U.S. Navy]O left [Tal-Afar]L."));
    assertThat(spaced.text()).isEqualTo("Omar al - Rawi’ s car\nThe U. S. Navy left Tal - Afar.");
    assertThat(names(spaced)).containsExactly("Omar al - Rawi", "U. S. Navy", "Tal - Afar");
  }

  @Test
  void spaced_dotThatEndsAnAcronymAndAName_staysInTheMark() throws IOException {
    MarkedText spaced = Spacing.spaced(MarkedText.of("x:2", "= In the [U.S.]L they wait"));
    assertThat(names(spaced)).containsExactly("U. S.");
  }

  private static List<String> names(MarkedText text) {
    return text.marks().stream()
        .map(mark -> text.text().substring(mark.start(), mark.end()))
        .toList();
  }
}
