package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.contract.yaml.YamlTree;
import io.wirewatch.deliver.target.Target.Answer;
import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetSpecsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private Path folder;

  @Test
  void webhook_withAnAddress_isEnough() {
    TargetSpec spec = read("webhook: {url: 'http://127.0.0.1:9000/hook?key=abc'}");

    assertThat(spec.name()).isEqualTo("desk");
    assertThat(spec.updates()).isEqualTo(Updates.ALL);
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(spec).hasToString("desk: webhook http://127.0.0.1:9000");
  }

  @Test
  void settings_ofAll_areTaken() {
    TargetSpec spec = read("webhook: {url: 'http://127.0.0.1:9000/', timeout: 3s, updates: Worse}");

    assertThat(spec.updates()).isEqualTo(Updates.WORSE);
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void variable_ofTheEnvironment_takesThePlaceOfItsName() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Map<String, String> environment =
          Map.of("HOOK", receiver.address("/h").toString(), "KEY", "it's {a: b}", "TOKEN", "t0k3n");
      TargetSpec spec =
          read(
              "webhook: {url: '${HOOK}', token: '${TOKEN}', headers: {X-Key: 'k ${KEY}'}}",
              environment);

      assertThat(sent(spec)).isInstanceOf(Answer.Taken.class);

      assertThat(receiver.last().headers().getFirst("X-Key")).isEqualTo("k it's {a: b}");
      assertThat(receiver.last().headers().getFirst("Authorization")).isEqualTo("Bearer t0k3n");
    }
  }

  @Test
  void secrets_ofAFile_areALineEach() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("secrets"), SECRET + "\n\n whsec_" + "QUJD".repeat(10) + "\n");
    try (Receiver receiver = new Receiver()) {
      sent(read("webhook: {url: '%s', secret_file: '%s'}".formatted(receiver.address("/"), file)));

      assertThat(receiver.last().headers().getFirst("webhook-signature").split(" ")).hasSize(2);
    }
  }

  @Test
  void userAndPassword_areBasicAuthentication() throws Exception {
    try (Receiver receiver = new Receiver()) {
      sent(
          read(
              "webhook: {url: '%s', user: desk, password: pässword}"
                  .formatted(receiver.address("/"))));

      assertThat(receiver.last().headers().getFirst("Authorization"))
          .isEqualTo("Basic ZGVzazpww6Rzc3dvcmQ=");
    }
  }

  @Test
  void file_isWritten() throws Exception {
    TargetSpec spec = read("file: {path: '%s'}".formatted(folder.resolve("a.jsonl")));

    assertThat(sent(spec)).isInstanceOf(Answer.Taken.class);
    assertThat(Files.readString(folder.resolve("a.jsonl"))).startsWith("{\"specversion\":\"1.0\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail: {smtp: '127.0.0.1:25', from: a@b.org, to: [c@d.org, e@f.org]} | WORSE | mail by 127.0.0.1:25 to 2 addresses",
        "mail: {smtp: mail.b.org, from: a@b.org, to: c@d.org, user: u, password: geheim} | WORSE | mail by mail.b.org:587 to 1 address",
        "chat: {url: 'https://hooks.example.org/geheim'} | WORSE | slack https://hooks.example.org",
        "chat: {style: slack, token: geheim, channel: C1} | ALL | slack https://slack.com",
        "chat: {style: mattermost, url: 'https://m.example.org', token: geheim, channel: c1} | ALL | mattermost https://m.example.org",
        "chat: {style: teams, url: 'https://t.example.org/geheim'} | WORSE | teams https://t.example.org",
        "alertmanager: {url: 'http://127.0.0.1:9093'} | ALL | alertmanager http://127.0.0.1:9093",
        "alertmanager: {url: 'http://127.0.0.1:9093', updates: none} | NONE | alertmanager http://127.0.0.1:9093",
      })
  void target_isReadAndShown(String yaml, Updates updates, String shown) {
    TargetSpec spec = read(yaml);

    assertThat(spec.updates()).isEqualTo(updates);
    assertThat(spec).hasToString("desk: " + shown);
    spec.open(Clock.systemUTC()).close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "webhok: {url: 'http://a/'} | 1: desk: 'webhok' is no setting",
        "{} | 1: desk: needs one of ",
        "webhook: {} | 1: desk: url is needed",
        "webhook: {url: 'ftp://a/'} | 1: desk: url takes an http or https address",
        "webhook: {url: 'http://u:geheim@a/'} | 1: desk: url takes an http or https address",
        "webhook: {url: 'http://a/', secret: geheim} | 1: desk: secret takes whsec_",
        "webhook: {url: 'http://a/', secret: whsec_Z2VoZWlt} | 1: desk: secret takes whsec_",
        "webhook: {url: 'http://a/', secret_file: /geheim/nowhere} | 1: desk: secret_file cannot be read",
        "webhook: {url: 'http://a/', url_file: /geheim/nowhere} | 1: desk: url_file cannot be read",
        "webhook: {url: 'http://a/', timeout: 1h} | 1: desk: timeout takes 1 second to 5 minutes",
        "webhook: {url: 'http://a/', updates: some} | 1: desk: updates takes all, worse, none",
        "webhook: {url: 'http://a/', headers: {Host: geheim}} | 1: desk: headers: Host is set by wirewatch",
        "webhook: {url: 'http://a/', headers: {X-A: 'gehéim'}} | 1: desk: headers takes",
        "webhook: {url: 'http://a/', user: geheim} | 1: desk: user and 'password:' go together",
        "webhook: {url: 'http://a/', token: 'geheim é'} | 1: desk: token takes visible ASCII",
        "webhook: {url: 'http://a/', token: [geheim, geheim2]} | 1: desk: token is there more than once",
        "webhook: {url: 'http://a/', proxy: 'https://a:1/'} | 1: desk: proxy takes http://host:port",
        "webhook: {url: 'http://a/', source: 'ge heim'} | 1: desk: source takes a URI",
        "webhook: {url: 'http://a/', token: '${GEHEIM}'} | 1: ${GEHEIM} is not set in the environment",
        "mail: {from: a@b.org, to: a@b.org} | 1: desk: needs 'smtp:'",
        "mail: {smtp: 'geheim:0', from: a@b.org, to: a@b.org} | 1: desk: smtp takes host:port",
        "mail: {smtp: 'a b', from: a@b.org, to: a@b.org} | 1: desk: smtp takes host:port",
        "mail: {smtp: a, from: geheim, to: a@b.org} | 1: desk: from takes a mail address",
        "mail: {smtp: a, from: a@b.org, to: [a@b.org, 'geheim@']} | 1: desk: to takes a mail address",
        "mail: {smtp: a, from: a@b.org} | 1: desk: to is needed",
        "mail: {smtp: a, from: a@b.org, to: a@b.org, user: geheim} | 1: desk: user and 'password:'",
        "mail: {smtp: a, from: a@b.org, to: a@b.org, tls: maybe} | 1: desk: tls takes required,",
        "mail: {smtp: a, from: a@b.org, to: a@b.org, tls: offered, user: a, password: geheim} | 1: desk: tls required or implicit goes with a password",
        "chat: {url: 'http://a/', style: irc} | 1: desk: style takes slack, teams, mattermost",
        "chat: {url: 'http://a/', channel: C1} | 1: desk: channel and 'token:' go together",
        "chat: {token: geheim} | 1: desk: channel and 'token:' go together",
        "chat: {url: 'http://a/', style: teams, token: geheim, channel: C1} | 1: desk: token is of no use",
        "chat: {style: mattermost, token: geheim, channel: C1} | 1: desk: url is needed",
        "alertmanager: {url: 'http://a/', lasts: ever} | 1: desk: lasts takes a time",
        "file: {} | 1: desk: needs 'path:'",
        "file: {path: /} | 1: desk: path is a folder",
        "file: {path: /nowhere/at/all.jsonl} | 1: desk: path is in a folder that is not there",
      })
  void problem_isToldWithItsLine_withoutTheValue(String yaml, String problem) {
    Problems problems = new Problems("deliver.yaml");
    read(yaml, problems, Map.of());

    assertThat(problems.thrown().problems())
        .hasSize(1)
        .allMatch(told -> told.startsWith("deliver.yaml:" + problem))
        .noneMatch(told -> told.contains("geheim"));
  }

  private static Answer sent(TargetSpec spec) throws InterruptedException {
    try (Target target = spec.open(Clock.systemUTC())) {
      return target.send(anIncident().first());
    }
  }

  private static TargetSpec read(String yaml) {
    return read(yaml, Map.of());
  }

  private static TargetSpec read(String yaml, Map<String, String> environment) {
    Problems problems = new Problems("deliver.yaml");
    Optional<TargetSpec> spec = read(yaml, problems, environment);
    assertThat(problems.isEmpty() ? List.of() : problems.thrown().problems()).isEmpty();
    return spec.orElseThrow();
  }

  private static Optional<TargetSpec> read(
      String yaml, Problems problems, Map<String, String> environment) {
    Yaml.Mapping mapping = YamlTree.read(yaml, problems).orElseThrow();
    return TargetSpecs.read("desk", mapping, problems, environment::get);
  }
}
