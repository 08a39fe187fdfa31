package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.journey.CommandLine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens a registry is in no output and no log, even where every client logs its settings. */
final class RegistrySecretsIT {
  private static final String SECRET = "s3cr3t-of-the-desk";

  @TempDir Path directory;

  @Test
  void token_ofTheRegistry_isShownNowhere() throws Exception {
    Ended ended = up("bearer.auth.token=" + SECRET);

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("StreamsConfig values").doesNotContain(SECRET);
    assertThat(ended.out()).contains("border").doesNotContain(SECRET);
  }

  @Test
  void password_ofAStoreThatIsNotThere_isShownNowhere() throws Exception {
    Ended ended =
        up(
            "schema.registry.ssl.truststore.password=" + SECRET,
            "schema.registry.ssl.truststore.location=/nowhere/trust.p12");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("/nowhere/trust.p12").doesNotContain(SECRET);
  }

  private Ended up(String... settings) throws Exception {
    Files.writeString(directory.resolve("page.txt"), CommandLine.PAGE);
    List<String> words = new ArrayList<>(List.of("up", "page.txt", "--once", "--verbose"));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    return new CommandLine(directory).run(words.toArray(String[]::new));
  }
}
