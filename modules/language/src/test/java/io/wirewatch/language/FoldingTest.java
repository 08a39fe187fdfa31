package io.wirewatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "plain,plain",
    "ISIS,isis",
    "Da'esh,daesh",
    "Écluse,ecluse",
    "DAÎŞ,dais",
    "sınır,sinir",
    "İstanbul,istanbul",
    "Straße,strasse",
    "ﬁght,fight",
    "أحمد,احمد",
    "إلى,الي",
    "آب,اب",
    "ٱلله,الله",
    "مدينة,مدينه",
    "کشانەوە,كشانهوه",
    "كشانه‌وه‌,كشانهوه",
    "الحُدُودِ,الحدود",
    "داعـش,داعش",
    "ێران,يران",
    "ڕۆژ,روژ",
    "٢٠٢٦,2026",
    "۲۰۲۶,2026",
    "ﻻ,لا"
  })
  void fold_word_givesTheFormThatIsCompared(String word, String folded) {
    assertThat(Folding.fold(word)).isEqualTo(folded);
  }

  @Test
  void fold_twice_changesNothing() {
    long seed = 7;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      String once = Folding.fold(RandomText.any(random));
      assertThat(Folding.fold(once)).as("seed %d", seed).isEqualTo(once);
    }
  }
}
