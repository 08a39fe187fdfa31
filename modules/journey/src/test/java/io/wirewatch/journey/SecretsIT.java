package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.app.Role;
import io.wirewatch.embedded.EmbeddedRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a command does with settings that hold secrets, whether it works or breaks: none is in
 * its output, its log, its metrics or the names of its threads. The commands are those of the
 * parser, so a new one is tested too. Everything that may go wrong with each of them: {@code
 * -Dsecrets.all=true}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecretsIT {
  private static final String STAYS_UP = "Ctrl-C";
  private static final Pattern METRICS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/metrics");
  private static final Path LOG = Path.of(System.getenv("WIREWATCH_LOG"));

  private final Secrets secrets = new Secrets();
  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Path directory;
  private SecuredBroker broker;
  private EmbeddedRegistry registry;
  private SecretSettings settings;
  private CommandTree tree;
  private long logged;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    directory = scratch;
    SecuredBroker.Passwords passwords =
        new SecuredBroker.Passwords(secrets.of("stores"), secrets.of("scram"));
    String user = SecretSettings.USER;
    broker = new SecuredBroker(directory, passwords, List.of(user));
    broker.know(List.of(user));
    for (Role role : Role.values()) {
      broker.allow("User:" + user, role);
    }
    broker.createTopics();
    registry = EmbeddedRegistry.start(directory, 0);
    settings = new SecretSettings(secrets, broker, registry.url());
    Path page = Files.writeString(directory.resolve("page.txt"), CommandLine.PAGE);
    tree = new CommandTree(page, directory);
  }

  @AfterAll
  void stop() {
    registry.close();
    broker.close();
  }

  @BeforeEach
  void listen() {
    System.setIn(new ByteArrayInputStream(new byte[0]));
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_whateverBecomesOfIt_showsNoSecret(String command) throws Exception {
    assertSilent(command + " --help", with(tree.words(command), "--help"));
    for (List<String> wrong : settings.mistyped()) {
      assertSilent(command + " mistyped", with(tree.words(command), wrong.toArray(String[]::new)));
    }
    if (CommandTree.readsInputs(command)) {
      String address = "http://" + secrets.user("input") + "@127.0.0.1:1/feed";
      List<String> words = with(tree.bare(command), address);
      // Without a cluster where that can be: there is none to be waited for.
      assertSilent(
          command + " of an address",
          CommandTree.has(command, "--dry-run") ? with(words, "--dry-run") : words);
    }
    for (Map.Entry<String, Map<String, String>> scenario : settings.scenarios(command).entrySet()) {
      Map<String, String> set = scenario.getValue();
      set.put("state.dir", Files.createTempDirectory(directory, "state").toString());
      Path file = InProcess.file(directory.resolve("secret.properties"), set);
      assertSilent(
          command + ", " + scenario.getKey(),
          with(tree.words(command), "--verbose", "--config", file.toString()));
    }
  }

  @Test
  void search_ofWhatIsShown_findsSecretsInThreadsMetricsAndBase64() throws Exception {
    Thread thread = new Thread(LockSupport::park, secrets.of("thread"));
    thread.setDaemon(true);
    thread.start();
    Map<String, Object> metered =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "client.id", secrets.of("metric"));

    try (Admin client = Admin.create(metered)) {
      assertThat(client.listTopics().names().get()).isNotEmpty();
      assertThat(secrets.seenIn(Exposed.now()).toString()).contains("thread: ", "metric: ");
    } finally {
      LockSupport.unpark(thread);
      thread.join();
      // Its client may have logged its settings; no command did that.
      log();
    }
    byte[] user = secrets.user("encoded").getBytes(StandardCharsets.UTF_8);
    assertThat(secrets.seenIn("Basic " + Base64.getEncoder().encodeToString(user)))
        .singleElement()
        .asString()
        .startsWith("encoded in base64");
  }

  @Test
  void environment_ofAProcess_isShownNowhere() throws Exception {
    Map<String, String> environment = new HashMap<>();
    settings
        .working()
        .forEach(
            (key, value) ->
                environment.put(
                    "WIREWATCH_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    Path told = directory.resolve("told");
    List<String> words = List.of("doctor", "--verbose", "--json");
    try (Instance doctor = Instance.start(List.of(), told, words, environment)) {
      assertThat(doctor.exit()).as(doctor.said()).isZero();

      assertThat(doctor.said()).contains("AdminClientConfig values", "\"check\":\"rights\"");
      assertThat(secrets.seenIn(doctor.said())).isEmpty();
      assertThat(secrets.seenIn(Files.readString(Path.of(told + ".log")))).isEmpty();
    }
  }

  static Stream<String> commands() {
    return CommandTree.names().stream();
  }

  /** Runs it, to the end or until it stays up; looks at all that it shows. */
  private void assertSilent(String what, List<String> words) throws Exception {
    said.reset();
    StringBuilder shown = new StringBuilder();
    try (InProcess command = InProcess.start(words)) {
      for (int look = 0; look < 3_000 && !command.hasEnded(); look++) {
        // Between two looks at a command that tells nobody when it is up.
        Thread.sleep(10);
        boolean stays = (said() + command.said()).contains(STAYS_UP);
        if (stays) {
          // What starts last may say something yet.
          Thread.sleep(1_000);
          shown.append(metrics(said() + command.said()));
        }
        if (stays || look % 50 == 25) {
          shown.append(Exposed.now());
        }
        if (stays) {
          break;
        }
      }
      command.stop();
      shown.append(command.end().out()).append(command.end().err());
    }
    shown.append(said());
    assertThat(secrets.seenIn(shown.toString())).as("shown by " + what).isEmpty();
    assertThat(secrets.seenIn(log())).as("in the log of " + what).isEmpty();
    assertThat(shown.toString()).as(what).isNotBlank();
  }

  /** What is served on the port that a command named, if it did. */
  private static String metrics(String told) throws Exception {
    Matcher address = METRICS.matcher(told);
    if (!address.find()) {
      return "";
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.group())).build();
    String metrics =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertThat(metrics).contains("wirewatch_ready", "jvm_memory_used_bytes");
    return metrics;
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** What came to the log since this was asked last; some of it twice where another file began. */
  private String log() throws IOException {
    long size = Files.exists(LOG) ? Files.size(LOG) : 0;
    String before = size < logged ? Files.readString(Path.of(LOG + ".1")) : "";
    long from = size < logged ? 0 : logged;
    logged = size;
    if (size == 0) {
      return before;
    }
    try (InputStream file = Files.newInputStream(LOG)) {
      file.skipNBytes(from);
      return before + new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all;
  }
}
