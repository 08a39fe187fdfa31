package io.wirewatch.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.rules.RuleTests;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TestReportTest {
  private static List<RuleTests.Result> results(String when, String test) {
    return RuleTests.run(
        List.of(Written.rule("{id: r, when: " + when + ", tests: [" + test + "]}")));
  }

  private static List<String> failure(String when, String test) {
    List<String> lines = TestReport.failure(results(when, test).get(0));
    assertThat(lines.get(0)).endsWith("rules.yaml:6: rule r");
    return lines.subList(1, lines.size());
  }

  @Test
  void failure_otherWordsFound_showsTextFoundExpectedMissingAndTooMany() {
    assertThat(
            failure(
                "{any: [tank, jeep]}",
                "{headline: Tanks roll, text: A jeep, expect: [Tanks, lorry]}"))
        .containsExactly(
            "  headline: ⟦Tanks⟧ roll",
            "  text:     A ⟦jeep⟧",
            "  expected: Tanks, lorry",
            "  found:    Tanks, jeep",
            "  missing:  lorry",
            "  too many: jeep");
  }

  @Test
  void failure_ofARuleThatDidNotMatch_saysWhy() {
    assertThat(
            failure(
                "{near: {within: 3, of: [tank, jeep]}}",
                "{text: tank and a big jeep, expect: [tank, jeep]}"))
        .contains("  because:  near, within 3 words: the closest are within 5 words, wanted 3");
  }

  @Test
  void failure_ofAFilter_namesIt() {
    assertThat(failure("tank, filters: {region: [IQ]}", "{text: tank, region: SY, expect: [tank]}"))
        .contains("  because:  the filter on region does not pass");
  }

  @Test
  void junit_ofTests_isXmlWithASuiteARuleAndTheFailure() throws Exception {
    StringWriter out = new StringWriter();
    JUnitReport.write(
        results("tank", "{text: \"tank \\x01 & <b>\", expect: none}, {text: tank, expect: [tank]}"),
        List.of(),
        out);
    Element suites = parsed(out);

    assertThat(suites.getAttribute("tests")).isEqualTo("2");
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(((Element) suites.getElementsByTagName("testsuite").item(0)).getAttribute("name"))
        .isEqualTo("r");
    assertThat(suites.getElementsByTagName("failure").item(0).getTextContent())
        .contains("⟦tank⟧ \uFFFD & <b>")
        .contains("expected: none");
  }

  @Test
  void junit_ofARuleRefusedForItsLackOfTests_isAFailure() throws Exception {
    StringWriter out = new StringWriter();
    JUnitReport.write(List.of(), List.of(Written.rule("{id: bare, when: tank}")), out);
    Element suites = parsed(out);

    assertThat(suites.getAttribute("tests")).isEqualTo("1");
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(
            ((Element) suites.getElementsByTagName("testcase").item(0)).getAttribute("classname"))
        .isEqualTo("rules.bare");
    assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  private static Element parsed(StringWriter out) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(out.toString())))
        .getDocumentElement();
  }
}
