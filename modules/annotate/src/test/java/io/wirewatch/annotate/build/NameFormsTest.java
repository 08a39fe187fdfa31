package io.wirewatch.annotate.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFormsTest {
  @Test
  void of_articleBeforeALongName_isOptionalAndMayBeWrittenOtherwise() {
    assertThat(NameForms.of("Ar Ruţbah")).contains("al rutbah", "el rutbah", "rutba", "al rutba");
  }

  @Test
  void of_articleBeforeAShortName_isNeeded() {
    assertThat(NameForms.of("Al Bāb")).contains("el bab").doesNotContain("bab");
  }

  @Test
  void of_tall_isAlsoTellAndTal() {
    assertThat(NameForms.of("Tall Abyaḑ")).contains("tell abyad", "tal abyad", "tel abyad");
  }

  @Test
  void arabic_adjective_hasGenderNumberAndArticle() {
    assertThat(Demonyms.arabic("عراقي")).contains("عراقي", "العراقية", "العراقيين", "عراقيون");
  }

  @Test
  void arabic_plural_hasTheArticleOnly() {
    assertThat(Demonyms.arabic("أكراد")).containsExactly("أكراد", "الأكراد");
  }
}
