package io.wirewatch.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.ingest.InputKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourcesFileTest {

  @Test
  void parse_everythingSaid_isThere() throws Exception {
    Sources sources =
        SourcesFile.parse(
            "s.yaml",
            """
            contact: desk@example.org
            hosts-at-once: 3
            host-pause: 2s
            interval: {min: 10m, max: 1d}
            sources:
              Morning Wire:
                url: https://wire.example/feed
                kind: feed
                language: ar
                region: IQ
                category: agency
                interval: {min: PT90S}
                headers: {Authorization: Bearer hush-hush}
                proxy: http://proxy.example:3128
              other: {url: "http://other.example/"}
            """);

    assertThat(sources.userAgent("wirewatch/1")).isEqualTo("wirewatch/1 (+desk@example.org)");
    assertThat(sources.hostsAtOnce()).isEqualTo(3);
    assertThat(sources.hostPause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(sources.proxyHosts()).containsExactly("proxy.example");
    Source wire = sources.all().get(0);
    assertThat(wire.kind()).contains(InputKind.FEED);
    assertThat(wire.labels()).isEqualTo(new Labels("ar", "IQ", "agency"));
    assertThat(wire.bounds()).isEqualTo(new PollBounds(Duration.ofSeconds(90), Duration.ofDays(1)));
    assertThat(wire.access().headers()).containsEntry("Authorization", "Bearer hush-hush");
    assertThat(wire.access().proxy()).isEqualTo(URI.create("http://proxy.example:3128"));
    assertThat(sources.all().get(1).bounds())
        .isEqualTo(new PollBounds(Duration.ofMinutes(10), Duration.ofDays(1)));
  }

  @Test
  void toString_ofASourceWithSecrets_showsNone() throws Exception {
    Sources sources =
        SourcesFile.parse(
            "s.yaml", "sources: {a: {url: 'http://localhost/', headers: {Cookie: hush-hush}}}");

    assertThat(sources.toString()).contains("Cookie").doesNotContain("hush-hush");
  }

  @Test
  void parse_noContactOffLoopback_isRefused() {
    assertThat(problems("sources: {wire: {url: 'https://wire.example/'}}"))
        .singleElement()
        .asString()
        .contains("s.yaml:1: needs 'contact:'", "wire");
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.3", "[::1]", "a.localhost"})
  void parse_noContactOnLoopback_isRead(String host) throws Exception {
    Sources sources = SourcesFile.parse("s.yaml", "sources: {a: {url: 'http://" + host + ":1/'}}");

    assertThat(sources.userAgent("wirewatch/1")).isEqualTo("wirewatch/1");
  }

  @Test
  void parse_severalMistakes_namesEachWithItsLine() {
    List<String> problems =
        problems(
            """
            contact: nobody here
            sources:
              one:
                ulr: http://localhost/
              two:
                url: ftp://localhost/
                kind: pages
                interval: {min: 2h, max: 1h}
                headers: {Host: a}
                proxy: socks://x
              "bad/name": {url: http://localhost/}
              three: http://localhost/
            """);

    assertThat(problems)
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:1: contact takes"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:4: one: 'ulr' is no setting"))
        .anySatisfy(p -> assertThat(p).contains("one: needs 'url:'"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:6: two: url takes"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:7: two: kind takes"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:8: two: interval: min is over max"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:9: two: headers: Host"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:10: two: proxy takes"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:11: 'bad/name' is no name"))
        .anySatisfy(p -> assertThat(p).startsWith("s.yaml:12: three: needs settings"));
  }

  @Test
  void parse_addressesAsBrowsersTakeThem_areTaken() throws UnusableFileException {
    Sources sources =
        SourcesFile.parse(
            "s.yaml", "{contact: a@b.test, sources: {a: {url: 'http://أخبار.test/أ b'}}}");

    assertThat(sources.all().get(0).address()).hasToString("http://xn--igbicxr.test/%D8%A3%20b");
    assertThat(problems("{contact: a@b.test, sources: {a: {url: 'http://my_site.test/'}}}"))
        .singleElement()
        .asString()
        .contains("a host (letters, digits, - and .)");
  }

  @Test
  void parse_brokenSecret_isNotInTheProblem() {
    assertThat(
            problems(
                "sources: {a: {url: 'http://localhost/', headers: {Cookie: 'hush-hush\\u0001é'}}}"))
        .isNotEmpty()
        .noneMatch(problem -> problem.contains("hush"));
    assertThat(problems("sources:\n  a:\n    headers: {Cookie: \"hush-hush\n"))
        .isNotEmpty()
        .noneMatch(problem -> problem.contains("hush"));
    assertThat(problems("sources: {a: {url: 'http://hush:hush@localhost/'}}"))
        .isNotEmpty()
        .noneMatch(problem -> problem.contains("hush"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | says nothing
          sources: {}                           | has no sources
          just words                            | is no mapping
          sources: [a]                          | needs settings below it
          sources: &a {b: 1}                    | anchors and aliases
          a: [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]  | nested too deep
          sources: {[a]: b}                     | a name is a word
          sources: {a: 1, a: 2}                 | is there twice
          hosts-at-once: 900                    | hosts-at-once takes a number
          host-pause: tomorrow                  | host-pause takes a time
          """)
  void parse_noSources_saysWhatToDo(String text, String problem) {
    assertThat(problems(text)).anyMatch(line -> line.contains(problem));
  }

  @Test
  void parse_aCallback_listensOnLoopbackUnlessTold() throws Exception {
    String callback = "callback: https://news.example/hub\n%ssources: {a: {url: 'http://[::1]/'}}";

    Sources usual = SourcesFile.parse("s.yaml", callback.formatted(""));
    Sources told = SourcesFile.parse("s.yaml", callback.formatted("listen: 127.0.0.2:9000\n"));

    assertThat(usual.callback().orElseThrow().address().toString()).contains("127.0.0.1:8970");
    assertThat(told.callback().orElseThrow().address().getPort()).isEqualTo(9000);
    assertThat(SourcesFile.parse("s.yaml", "sources: {a: {url: 'http://[::1]/'}}").callback())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'callback: news.example', callback takes the https address",
    "'callback: https://news.example/?a=b', callback takes the https address",
    "'listen: 127.0.0.1:80', listen is for",
    "'{callback: https://news.example/, listen: 9000, sources: {}}', listen takes an address"
  })
  void parse_aCallbackThatCannotBe_isAProblem(String text, String problem) {
    assertThat(problems(text)).anyMatch(line -> line.contains(problem));
  }

  @Test
  void read_aFileThatIsNotThere_saysSo(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> SourcesFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("none.yaml:1: cannot be read");
    Path there =
        Files.writeString(folder.resolve("s.yaml"), "sources: {a: {url: 'http://[::1]/'}}");
    assertThat(SourcesFile.read(there).all()).hasSize(1);
  }

  private static List<String> problems(String text) {
    try {
      return List.of("none of " + SourcesFile.parse("s.yaml", text));
    } catch (UnusableFileException unusable) {
      return unusable.problems();
    }
  }
}
