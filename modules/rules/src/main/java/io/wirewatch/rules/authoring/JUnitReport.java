package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleTests;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of rules' tests as JUnit XML, which build servers show; a suite for each rule. */
public final class JUnitReport {
  private static final int LONGEST_NAME = 120;

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * Writes the report; does not close the writer.
   *
   * @param refused rules that have no tests and should: each is a failure
   * @throws XMLStreamException where the writer fails
   */
  public static void write(List<RuleTests.Result> results, List<Rule> refused, Writer out)
      throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    new JUnitReport(xml).suites(results, refused);
    xml.writeEndDocument();
    xml.flush();
  }

  private void suites(List<RuleTests.Result> results, List<Rule> refused)
      throws XMLStreamException {
    Map<String, List<RuleTests.Result>> byRule =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.rule().id(), LinkedHashMap::new, Collectors.toList()));
    xml.writeStartElement("testsuites");
    counts(results.size() + refused.size(), failures(results) + refused.size());
    for (Map.Entry<String, List<RuleTests.Result>> rule : byRule.entrySet()) {
      xml.writeStartElement("testsuite");
      attribute("name", rule.getKey());
      counts(rule.getValue().size(), failures(rule.getValue()));
      for (RuleTests.Result result : rule.getValue()) {
        test(result);
      }
      xml.writeEndElement();
    }
    for (Rule rule : refused) {
      refusedSuite(rule);
    }
    xml.writeEndElement();
  }

  private void refusedSuite(Rule rule) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", rule.id());
    counts(1, 1);
    xml.writeStartElement("testcase");
    attribute("classname", "rules." + rule.id());
    attribute("name", "has tests");
    xml.writeStartElement("failure");
    attribute("message", "the rule has no tests");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static long failures(List<RuleTests.Result> results) {
    return results.stream().filter(result -> !result.passed()).count();
  }

  private void counts(long tests, long failures) throws XMLStreamException {
    attribute("tests", Long.toString(tests));
    attribute("failures", Long.toString(failures));
    attribute("errors", "0");
  }

  private void test(RuleTests.Result result) throws XMLStreamException {
    String text =
        (result.test().article().headline() + " " + result.test().article().body()).strip();
    xml.writeStartElement("testcase");
    attribute("classname", "rules." + result.rule().id());
    attribute("name", text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text);
    attribute("file", result.test().file());
    attribute("line", Integer.toString(result.test().line()));
    if (!result.passed()) {
      List<String> lines = TestReport.failure(result);
      xml.writeStartElement("failure");
      attribute("message", "expected other words than were found");
      xml.writeCharacters(legal(String.join("\n", lines)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  /** Without what XML cannot hold: control characters, halves of surrogate pairs. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xFFFE && Character.getType(c) != Character.SURROGATE)
        || c > 0xFFFF;
  }
}
