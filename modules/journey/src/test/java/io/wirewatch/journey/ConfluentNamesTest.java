package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Setting;
import io.wirewatch.contract.registry.RegistrySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Confluent's serdes may take the place of ours because the settings have their names, and because
 * no code of ours names their classes: those cannot be had everywhere.
 */
final class ConfluentNamesTest {
  private static final Path ROOT = Path.of("../..");

  /* As Confluent documents them for its Java clients ("Schema Registry client configuration options"). */
  private static final List<String> THEIRS =
      List.of(
          "schema.registry.url",
          "auto.register.schemas",
          "basic.auth.credentials.source",
          "basic.auth.user.info",
          "bearer.auth.credentials.source",
          "bearer.auth.token",
          "schema.registry.ssl.truststore.location",
          "schema.registry.ssl.truststore.password",
          "schema.registry.ssl.truststore.type",
          "schema.registry.ssl.keystore.location",
          "schema.registry.ssl.keystore.password",
          "schema.registry.ssl.keystore.type",
          "schema.registry.ssl.key.password");

  @Test
  void settings_ofTheRegistry_haveConfluentsNames() {
    assertThat(
            Stream.concat(Stream.of(Cluster.REGISTRY_URL), RegistrySettings.settings().stream())
                .map(Setting::key))
        .containsExactlyElementsOf(THEIRS);
  }

  @Test
  void noFileThatIsBuilt_namesTheirPackages() throws IOException {
    String packages = String.join(".", "io", "confluent");
    try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
      List<Path> sources = files.filter(ConfluentNamesTest::isSource).toList();

      assertThat(sources).hasSizeGreaterThan(300);
      assertThat(sources).noneMatch(file -> text(file).contains(packages));
    }
  }

  private static boolean isSource(Path file) {
    String path = file.toString();
    return path.contains("/src/main/") && path.matches(".*\\.(java|properties|xml|json|yaml|txt)");
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
