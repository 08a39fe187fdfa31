package io.wirewatch.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the API, by itself. */
final class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void schemas_all_areSchemas() {
    JsonSchema metaschema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    for (JsonNode schema : ApiSchema.read().at("/components/schemas")) {
      assertThat(metaschema.validate(schema)).isEmpty();
    }
  }

  @Test
  void references_all_leadSomewhere() {
    JsonNode description = ApiSchema.read();
    List<String> references = description.findValuesAsText("$ref");

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            reference -> assertThat(description.at(reference.substring(1)).isObject()).isTrue());
  }

  @Test
  void operations_all_haveNamesOfTheirOwnAndTheirPathsParameters() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : ApiSchema.read().path("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        names.add(operation.path("operationId").asText());
        long inPath =
            operation.path("parameters").findValuesAsText("in").stream()
                .filter("path"::equals)
                .count();
        assertThat(inPath)
            .as(path.getKey())
            .isEqualTo(path.getKey().chars().filter(c -> c == '{').count());
      }
    }

    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/desk, /api/desk",
    "/api/articles/a:1, /api/articles/{id}",
    "/api/refused/news.dead-letter/0/7, /api/refused/{topic}/{partition}/{offset}",
    "/reports/last/report.html, /reports/{name}/{file}"
  })
  void template_ofAPath_isFound(String path, String template) {
    assertThat(ApiSchema.template(path)).hasValue(template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": 7}",
        "{}",
        "{\"error\": \"Sign in.\", \"more\": 1}",
      })
  void fits_whatIsOtherwise_fails(String json) throws Exception {
    JsonNode answer = JSON.readTree(json);

    assertThatThrownBy(() -> ApiSchema.fits("/api/picture", "GET", 401, answer))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> ApiSchema.fits("Error", answer)).isInstanceOf(AssertionError.class);
  }

  @Test
  void fits_aStatusThatIsNotDescribed_fails() throws Exception {
    JsonNode answer = JSON.readTree("{\"error\": \"Sign in.\"}");

    ApiSchema.fits("/api/picture", "GET", 401, answer);
    assertThatThrownBy(() -> ApiSchema.fits("/api/picture", "GET", 418, answer))
        .isInstanceOf(AssertionError.class);
  }
}
