package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.deliver.route.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** schemas/deliver.schema.json says of a plan what {@link PlanFile} says. */
final class DeliverSchemaTest {
  private static final Path FILE = Path.of("../../schemas/deliver.schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TWO = "targets: {a: {file: {path: a}}, b: {file: {path: b}}}\n";
  private static JsonSchema schema;

  @BeforeAll
  static void read() throws IOException {
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(FILE));
  }

  @Test
  void schema_itself_isValid() throws IOException {
    JsonSchema metaschema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(metaschema.validate(JSON.readTree(Files.readString(FILE)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route: {target: a}",
        "route: {target: nobody, group_by: rule, group_wait: 0s, group_interval: PT5M, repeat_interval: never}",
        "route: {target: a, routes: {matchers: 'rule=x', continue: true, target: b, group_by: []}}",
        "route: {target: a, routes: [{matchers: ['source=~\"A \\\"b\\\".*\"', 'region!=IQ'], routes: [{repeat_interval: 4h}]}]}",
        "hours: {n: {times: ['22:00-06:00', '8:00-24:00'], weekdays: ['monday:friday', Sunday], zone: Asia/Baghdad}}\nroute: {target: a, mute: [n], active: n}",
        "hours: {n: [{days: [1, -1, '-7:-1']}, {days: '1:31'}]}\nroute: {target: a}",
        "inhibit: [{name: x, source: ['rule=a'], target: 'rule=b', equal: [region, source], within: 6h}]\nroute: {target: a}",
        "inhibit: {source: ['rule=a'], target: ['rule=b']}\nroute: {target: a}"
      })
  void plan_thatIsRead_isValid(String plan) throws Exception {
    assertThat(PlanFile.parse("plan", TWO + plan, name -> null).targets()).hasSize(2);
    assertThat(problems(TWO + plan)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "receivers: []",
        "route: {}",
        "route: [a]",
        "route: {target: a, matchers: ['rule=x']}",
        "route: {target: a, group_by: [headline]}",
        "route: {target: a, group_wait: 30}",
        "route: {target: a, group_interval: soon}",
        "route: {target: a, repeat_interval: always}",
        "route: {target: a, routes: [x]}",
        "route: {target: a, routes: [{continue: sometimes}]}",
        "route: {target: a, routes: [{matchers: ['word=x']}]}",
        "route: {target: a, routes: [{matchers: ['rule']}]}",
        "route: {target: a, routes: [{matchers: ['rule=\"x']}]}",
        "hours: {n: {}}\nroute: {target: a}",
        "hours: {n: {zone: UTC}}\nroute: {target: a}",
        "hours: {n: {times: ['6-8']}}\nroute: {target: a}",
        "hours: {n: {weekdays: [mon]}}\nroute: {target: a}",
        "hours: {n: {days: [0]}}\nroute: {target: a}",
        "hours: {n: {days: [32]}}\nroute: {target: a}",
        "hours: {n: {months: [1], days: [1]}}\nroute: {target: a}",
        "inhibit: [{source: ['rule=a']}]\nroute: {target: a}",
        "inhibit: [{source: [], target: ['rule=a']}]\nroute: {target: a}",
        "inhibit: [{source: ['rule=a'], target: ['rule=a'], equal: [incident]}]\nroute: {target: a}"
      })
  void plan_thatIsRefused_isNotValid(String plan) {
    assertThatThrownBy(() -> PlanFile.parse("plan", TWO + plan, name -> null))
        .isInstanceOf(UnusableFileException.class);
    assertThat(problems(TWO + plan)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route: {target: a}",
        "targets: {}",
        "targets: [a]",
        "targets: {a: x}",
        "targets: {a: {pigeon: {path: x}}}",
        "targets: {a: {file: {path: x}, webhook: {url: 'http://127.0.0.1:9/'}}}",
        "targets: {'a b': {file: {path: x}}}",
        "targets: {nobody: {file: {path: x}}}"
      })
  void targets_thatAreRefused_areNotValid(String plan) {
    assertThatThrownBy(() -> PlanFile.parse("plan", plan, name -> null))
        .isInstanceOf(UnusableFileException.class);
    assertThat(problems(plan)).isNotEmpty();
  }

  private static Set<ValidationMessage> problems(String yaml) {
    JsonNode file = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    return schema.validate(file);
  }
}
