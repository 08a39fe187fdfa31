package io.wirewatch.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.language.Language;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.TermSyntax;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermFormsTest {
  private static TermForms forms(String term, Language language) throws RuleProblems {
    return TermForms.of(TermSyntax.parse(term, language));
  }

  private static Stream<String> all(TermForms forms) {
    return Stream.of(forms.spelled(), forms.inflected(), forms.derived(), forms.prefixed())
        .flatMap(list -> list.stream());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|withdraw|withdrew,withdrawing,withdrawals,Withdraw",
        "EN|carry|carries,carried",
        "EN|al-Qaim|al Qaim,alQaim",
        "EN|{phrase: pull out}|pulled out,pulling out",
        "EN|{exact: ISIS}|isis",
        "AR|حدود|الحدود,وبالحدود,حدودية,للحدود",
        "AR|{exact: داعش, clitics: true}|لداعش,وبداعش,دـاعش",
        "CKB|سنوور|سنوورەکان,سنوورێک",
        "KMR|sînor|sînorê,sinor,sînoran"
      })
  void forms_ofATerm_areAmongOthers(Language language, String term, String expected)
      throws RuleProblems {
    assertThat(all(forms(term, language))).contains(expected.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|{exact: withdraw}|withdrew",
        "EN|{exact: ISIS, case: upper}|isis",
        "AR|{exact: داعش}|لداعش",
        "EN|{exact: Daesh, fold: []}|daésh"
      })
  void forms_thatTheTermDoesNotStandFor_areNot(Language language, String term, String other)
      throws RuleProblems {
    assertThat(all(forms(term, language))).doesNotContain(other);
  }

  @ParameterizedTest
  @CsvSource({"border,borders", "حدود,للحدود", "سنوورێ,سنووری", "sînor,sînorê"})
  void forms_withoutALanguage_areOfTheOneThatItsLettersTell(String term, String form)
      throws RuleProblems {
    assertThat(all(forms(term, null))).contains(form);
  }

  @Test
  void find_inAnArticle_givesPlaces() throws RuleProblems {
    var words = TermSyntax.parse("border", Language.EN);

    assertThat(TermForms.find(words, Written.body("Two borders")).map(RuleMatch::spans))
        .hasValueSatisfying(
            spans -> assertThat(spans).extracting(Span::text).containsExactly("borders"));
    assertThat(TermForms.find(words, Written.body("borderline"))).isEmpty();
  }

  @Test
  void parse_ofWhatIsNoTerm_saysWhatIsWrong() {
    assertThatThrownBy(() -> TermSyntax.parse("{exakt: a}", null))
        .isInstanceOf(RuleProblems.class)
        .hasMessageContaining("term:1:2: unknown key 'exakt'; did you mean exact?");
    assertThatThrownBy(() -> TermSyntax.parse("—", null))
        .isInstanceOf(RuleProblems.class)
        .hasMessageContaining("no word in '—'");
  }
}
