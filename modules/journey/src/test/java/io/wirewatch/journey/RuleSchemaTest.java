package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wirewatch.rules.RuleSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * schemas/rules.schema.json is made from the parsers: {@code mvn verify -Dschema.write} writes it
 * anew.
 */
final class RuleSchemaTest {
  private static final Path FILE = Path.of("../../schemas/rules.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static JsonSchema schema;

  @BeforeAll
  static void read() {
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(RuleSchema.json());
  }

  @Test
  void file_saysWhatTheCodeSays() throws IOException {
    if (System.getProperty("schema.write") != null) {
      Files.writeString(FILE, RuleSchema.json());
    }

    assertThat(Files.readString(FILE)).isEqualTo(RuleSchema.json());
  }

  @Test
  void schema_itself_isValid() throws IOException {
    JsonSchema metaschema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(metaschema.validate(JSON.readTree(RuleSchema.json()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundledFiles")
  void bundledFile_isValid(Path file) throws IOException {
    assertThat(problems(Files.readString(file))).isEmpty();
  }

  static Stream<Path> bundledFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../../rules"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: r, when: a}",
        "{id: r, when: {all: [a, {any: [b, {none: [c]}]}]}}",
        "{id: r, when: {near: {within: 12, ordered: false, of: [{concept: c}, a]}}}",
        "{id: r, when: {score: {at_least: 3, of: [{term: a, weight: 1.5}, b]}}}",
        "{id: r, when: {exact: a, fold: [apostrophe, diacritics], case: upper, clitics: true}}",
        "{id: r, when: {exact: a, fold: []}}",
        "{id: r, when: {phrase: a b, slop: 2, unless_followed_by: [c], unless_preceded_by: d}}",
        "{id: r, when: a, filters: {region: [SY, IQ-AN], source: {exclude: [x]}, entity: group:isis}}",
        "{id: r, when: 2026, suppress: {by: [rule, region], window: 6h, max: 5}, route: isis}",
        "{id: r, when: a, tests: [{text: a, region: SY, expect: [a]}, {headline: b, expect: none}]}"
      })
  void ruleThatTheLoaderTakes_isValid(String rule) {
    assertThat(problems("version: 1\nrules: [" + rule + "]")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: r, when: a, sevrity: high}",
        "{id: r, when: a, severity: hihg}",
        "{id: r, when: a, fields: [title]}",
        "{when: a}",
        "{id: r}",
        "{id: 'a b', when: a}",
        "{id: r, when: {}}",
        "{id: r, when: [a]}",
        "{id: r, when: {all: []}}",
        "{id: r, when: {term: a, exact: b}}",
        "{id: r, when: {prefix: abc}}",
        "{id: r, when: {prefix: a bcdef}}",
        "{id: r, when: {exact: a, slop: 2}}",
        "{id: r, when: {exact: a, match: stem}}",
        "{id: r, when: {all: [a], case: upper}}",
        "{id: r, when: {exact: a, fold: [colour]}}",
        "{id: r, when: {phrase: a b, slop: 11}}",
        "{id: r, when: {near: {of: [a, b]}}}",
        "{id: r, when: {near: {within: 1, of: [a, b]}}}",
        "{id: r, when: {near: {within: 3, of: [a]}}}",
        "{id: r, when: {score: {of: [a]}}}",
        "{id: r, when: {term: a, weight: 2}}",
        "{id: r, when: a, route: a b}",
        "{id: r, when: a, filters: {region: [Iraq]}}",
        "{id: r, when: a, filters: {place: IQ}}",
        "{id: r, when: a, suppress: {max: 2}}",
        "{id: r, when: a, suppress: {window: soon}}",
        "{id: r, when: a, tests: [{text: a}]}",
        "word"
      })
  void ruleThatTheLoaderRefuses_isNotValid(String rule) {
    assertThat(problems("version: 1\nrules: [" + rule + "]")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: [{id: a, when: a}]",
        "version: 2\nrules: [{id: a, when: a}]",
        "version: 1",
        "[1]",
        "version: 1\nconcepts: [a]\nrules: [{id: r, when: a}]",
        "version: 1\nconcepts: {c: {}}",
        "version: 1\nconcepts: {c: {English: [a]}}",
        "version: 1\nconcepts: {c: {en: []}}",
        "version: 1\ndefaults: {colour: red}\nrules: [{id: r, when: a}]",
        "version: 1\nrules: []"
      })
  void fileThatTheLoaderRefuses_isNotValid(String file) {
    assertThat(problems(file)).isNotEmpty();
  }

  private static Set<ValidationMessage> problems(String yaml) {
    JsonNode file = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    return schema.validate(file);
  }
}
