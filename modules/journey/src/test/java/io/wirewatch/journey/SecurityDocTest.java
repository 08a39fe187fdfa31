package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.app.Right;
import io.wirewatch.app.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The table of rights in docs/security.md is made from the rights themselves: {@code mvn verify
 * -Drights.write} writes it anew.
 */
final class SecurityDocTest {
  private static final Path PAGE = Path.of("../../docs/security.md");
  private static final String BEGIN = "<!-- rights -->\n";
  private static final String END = "<!-- /rights -->";

  @Test
  void table_saysWhatTheCodeSays() throws IOException {
    String page = Files.readString(PAGE);
    String made =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table()
            + page.substring(page.indexOf(END));
    if (System.getProperty("rights.write") != null) {
      Files.writeString(PAGE, made);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(made);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "| `wirewatch …` | on | of this name | may | for what |\n|---|---|---|---|---|\n");
    for (Role role : Role.values()) {
      String command = "`" + role.command().replace("|", "\\|") + "`";
      for (Right right : role.rights()) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %s | `%s` | %s | %s |%n",
                command,
                right.kind(),
                right.names(),
                right.verb(),
                right.why()));
        command = "";
      }
    }
    return table.toString();
  }
}
