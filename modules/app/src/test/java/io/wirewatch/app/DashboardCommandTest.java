package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.dashboard.web.Door;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command refuses before it asks a cluster, and the lines that it makes. */
final class DashboardCommandTest {
  private static final String PASSWORD = "correct horse";

  private final InputStream input = System.in;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void restoreInput() {
    System.setIn(input);
  }

  private int run(String... words) {
    CommandLine command = Wirewatch.command();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(words);
  }

  private static void type(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void beyondLoopbackWithoutUsers_isRefusedInOneLineThatSaysWhatToDo() {
    assertThat(run("dashboard", "--host", "0.0.0.0", "--port", "0")).isEqualTo(2);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .contains("wirewatch dashboard user NAME", "dashboard.users", "dashboard.proxy.user");
  }

  @Test
  void fileOfUsersThatIsWrong_isRefusedWithItsLine(@TempDir Path folder) throws Exception {
    Path users = Files.writeString(folder.resolve("users"), "# ours\namal:operator:secret\n");

    assertThat(run("dashboard", "--port", "0", "--set", "dashboard.users=" + users)).isEqualTo(2);
    assertThat(err.toString()).contains("line 2").doesNotContain("secret");
  }

  @Test
  void rulesThatAreNotThere_areRefusedAtTheStart(@TempDir Path folder) {
    String missing = folder.resolve("none").toString();

    assertThat(run("dashboard", "--port", "0", "--rules", missing)).isEqualTo(2);
    assertThat(err.toString()).contains(missing);
  }

  @Test
  void up_refusesTheSame(@TempDir Path folder) {
    String missing = "dashboard.users=" + folder.resolve("none");

    assertThat(run("up", "--port", "0", "--set", missing)).isEqualTo(2);
    assertThat(err.toString()).contains("dashboard.users");
  }

  @Test
  void user_printsALineThatOpensTheDoor(@TempDir Path folder) throws Exception {
    type(PASSWORD + "\r\nnot part of it\n");

    assertThat(run("dashboard", "user", "amal", "--role", "operator")).isZero();
    assertThat(out.toString()).startsWith("amal:operator:$2b$12$").doesNotContain("horse");
    assertThat(err.toString()).isEmpty();
    Path users = Files.writeString(folder.resolve("users"), out.toString());
    Door door =
        Dashboard.door(
            Settings.of(Map.of("dashboard.users", users.toString()), Map.of(), Map.of()),
            new InetSocketAddress("0.0.0.0", 0),
            Clock.systemUTC(),
            line -> {});
    assertThat(door.signIn()).isEqualTo("password");
  }

  @Test
  void userWithAShortPassword_isRefused_withoutSayingIt() {
    type("hunter2\n");

    assertThat(run("dashboard", "user", "amal", "--role", "reader")).isEqualTo(2);
    assertThat(err.toString()).contains("at least 12").doesNotContain("hunter2");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void userWithANameThatIsNone_isRefusedBeforeAnythingIsRead() {
    assertThat(run("dashboard", "user", "a:b", "--role", "reader")).isEqualTo(2);
    assertThat(err.toString()).contains("a name is 1 to 64 letters");
  }
}
