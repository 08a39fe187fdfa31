package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.route.Floods.anAlert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.deliver.target.TargetSpec;
import io.wirewatch.desk.LabelMatcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanFileTest {
  private static final String TWO = "targets: {a: {file: {path: a}}, b: {file: {path: b}}}\n";

  @Test
  void parse_everythingSaid_isThere() throws Exception {
    FilePlan plan =
        plan(
            """
            targets:
              desk: {file: {path: desk.jsonl}}
              room: {file: {path: room.jsonl}}
            hours:
              night: {weekdays: [monday, "wednesday:friday"], times: ["22:00-06:00"], zone: Asia/Baghdad}
              ends: [{days: ["-2:-1"]}, {days: [1]}]
            route:
              target: desk
              group_by: [region, rule]
              group_wait: 10s
              group_interval: 1m
              repeat_interval: 4h
              routes:
                - matchers: ['severity=~"high|critical"', 'region = "IQ"']
                  target: room
                  continue: true
                  repeat_interval: never
                  mute: [night]
                  routes:
                    - {matchers: [language=ar], group_by: [alert], active: [ends]}
            inhibit:
              - {name: dam, source: ['rule="dam-break"'], target: ['rule="flood"'], equal: [region], within: 6h}
            """);

    assertThat(plan.targets()).extracting(TargetSpec::name).containsExactly("desk", "room");
    Route room = plan.root().routes().get(0);
    assertThat(room.place()).isEqualTo("route 1");
    assertThat(room.line()).isEqualTo(14);
    assertThat(room.goesOn()).isTrue();
    assertThat(room.matchers())
        .extracting(LabelMatcher::toString)
        .containsExactly("severity=~\"high|critical\"", "region = \"IQ\"");
    assertThat(room.telling().groupBy()).containsExactly(GroupLabel.REGION, GroupLabel.RULE);
    assertThat(room.telling().timing().gathering()).isEqualTo(Duration.ofSeconds(10));
    assertThat(room.telling().timing().repeat()).isEmpty();
    assertThat(plan.root().telling().timing().repeat()).contains(Duration.ofHours(4));
    Route arabic = room.routes().get(0);
    assertThat(arabic.place()).isEqualTo("route 1.1");
    assertThat(arabic.telling().target()).isEqualTo("room");
    assertThat(arabic.telling().timing().apart()).isEqualTo(Duration.ofMinutes(1));
    assertThat(arabic.telling().timing().hours()).hasToString("mute night, active ends");
    assertThat(plan.inhibitions().get(0).within()).isEqualTo(Duration.ofHours(6));
    assertThat(plan.warnings()).isEmpty();
  }

  @Test
  void parse_oneTargetAndNoRoute_isToldOfEverything() throws Exception {
    FilePlan plan = plan("targets: {desk: {file: {path: a}}}");

    List<Plan.Way> ways = plan.ways(anAlert("x").named("i7").record());

    assertThat(ways).hasSize(1);
    assertThat(ways.get(0).target()).isEqualTo("desk");
    assertThat(ways.get(0).group()).isEqualTo("incident=i7");
    Plan.Timing timing = ways.get(0).timing();
    assertThat(timing.gathering()).isEqualTo(Duration.ZERO);
    assertThat(timing.apart()).isEqualTo(Duration.ofSeconds(30));
    assertThat(timing.repeat()).isEmpty();
    assertThat(timing.hours().mutedAt(Floods.NOON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          # nothing                                            | f:1: says nothing
          route: {target: a}                                   | f:1: has no targets
          targets: {'a b': {file: {path: x}}}                  | 'a b' is no name of a target
          targets: {nobody: {file: {path: x}}}                 | 'nobody' is no name of a target
          targets: {a: x}                                      | a: needs settings below it
          targets: {a: {file: {path: x}}, b: {file: {path: x}}} | needs 'route: {target
          receivers: []                                        | 'receivers' is no setting
          """)
  void parse_withoutTargets_saysWhatToDo(String text, String problem) {
    assertThat(problems(text)).anyMatch(line -> line.contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          route: {}                                              | f:2: route: needs 'target:'
          route: {target: c}                                     | route: target: 'c' is not under targets; there are a, b, and nobody
          route: {target: a, matchers: ['rule="x"']}             | route: the first route takes every alert
          route: {target: a, continue: true}                     | route: the first route takes every alert
          route: {target: a, group_by: [headline]}               | group_by: 'headline' is none of incident, alert, rule
          route: {target: a, group_by: {rule: 1}}                | group_by takes words
          route: {target: a, group_wait: 2d}                     | group_wait takes a time of 0 seconds to 1 day
          route: {target: a, group_wait: -1s}                    | group_wait takes a time
          route: {target: a, group_interval: soon}               | group_interval takes a time
          route: {target: a, repeat_interval: 1s}                | repeat_interval takes a time of 1 minute to 90 days
          route: {target: a, mute: [night]}                      | mute: 'night' is not under hours
          route: {target: a, routes: [x]}                        | route 1: needs settings
          route: {target: a, routes: [{recv: b}]}                | route 1: 'recv' is no setting
          route: {target: a, routes: [{continue: yes}]}          | route 1: continue takes true or false
          route: {target: a, routes: [{routes: [{target: z}]}]}  | route 1.1: target: 'z'
          route: {target: a, routes: [{matchers: [7]}]}          | route 1: matchers: takes label="value"
          route: {target: a, routes: [{matchers: ['word="x"']}]} | matchers: word is no label; there are rule, severity
          route: {target: a, routes: [{matchers: ['severity="HIGH"']}]} | severity is one of low, medium, high, critical
          route: {target: a, routes: [{matchers: ['rule=~"(a"']}]}      | is no regular expression that RE2 knows
          route: {target: a, routes: [{matchers: ['rule="a']}]}         | takes one value in double quotes
          route: {target: a, routes: [{matchers: ['rule="a",region="b"']}]} | takes one value in double quotes
          hours: {n: {zone: UTC}}                                | hours: n: needs some of days, times, weekdays
          hours: {n: {times: ["6-8"]}}                           | times takes hours of a day
          hours: {n: {times: ["24:00-08:00"]}}                   | times takes hours of a day
          hours: {n: {times: ["08:00-08:00"]}}                   | times takes hours of a day
          hours: {n: {weekdays: [mon]}}                          | weekdays takes monday or monday:friday
          hours: {n: {days: [0]}}                                | days takes 1 to 31
          hours: {n: {days: ["7:1"]}}                            | days takes 1 to 31
          hours: {n: {days: ["-1:1"]}}                           | days takes 1 to 31
          hours: {n: {days: [1], zone: Mars/Base}}               | zone takes a name as Asia/Baghdad
          hours: {"n/": {days: [1]}}                             | 'n/' is no name
          inhibit: [x]                                           | inhibit 1: needs settings
          inhibit: [{source: ['rule="a"']}]                      | inhibit 1: needs 'target:' with matchers
          inhibit: [{source: [], target: ['rule="a"']}]          | inhibit 1: needs 'source:' with matchers
          inhibit: [{equal: [incident]}]                         | equal: 'incident' is none of rule, severity
          inhibit: [{within: 1s}]                                | within takes a time of 1 minute to 30 days
          """)
  void parse_aMistake_saysWhatToDo(String text, String problem) {
    assertThat(problems(TWO + text)).anyMatch(line -> line.contains(problem));
  }

  @Test
  void parse_severalMistakes_namesEachWithItsLine() {
    assertThat(
            problems(
                """
                targets:
                  a: {file: {path: a}}
                  b: {pigeon: {}}
                hours:
                  night: {times: ["25:00-06:00"]}
                route:
                  target: a
                  group_wait: later
                  routes:
                    - matchers: ['rule="x"', 'rule~x']
                      mute: [night, noon]
                """))
        .anySatisfy(p -> assertThat(p).startsWith("f:3: b: 'pigeon' is no setting"))
        .anySatisfy(p -> assertThat(p).startsWith("f:5: hours: night: times takes"))
        .anySatisfy(p -> assertThat(p).startsWith("f:8: route: group_wait takes"))
        .anySatisfy(p -> assertThat(p).startsWith("f:10: route 1: matchers: takes"))
        .anySatisfy(p -> assertThat(p).startsWith("f:11: route 1: mute: 'noon' is not under"));
  }

  @Test
  void parse_moreThanItsBounds_isRefused() {
    assertThat(problems(TWO + "route: {target: a, routes: [" + "{target: b},".repeat(1001) + "]}"))
        .anyMatch(line -> line.contains("route 1001: more than 1000 routes"));
    assertThat(
            problems(
                TWO + "route: {target: a, routes: [{matchers: [" + "'rule=x',".repeat(21) + "]}]}"))
        .anyMatch(line -> line.contains("matchers: more than 20"));
    String many =
        IntStream.range(0, 101)
            .mapToObj(i -> "t" + i + ": {file: {path: x}}")
            .collect(Collectors.joining(", ", "targets: {", "}"));
    assertThat(problems(many)).anyMatch(line -> line.contains("targets: more than 100"));
    String dam = "{source: ['rule=a'], target: ['rule=b']},";
    assertThat(problems(TWO + "inhibit: [" + dam.repeat(101) + "]"))
        .anyMatch(line -> line.contains("inhibit 101: more than 100"));
    assertThat(problems(TWO + nested(6))).noneMatch(line -> line.contains("nested too deep"));
    assertThat(problems(TWO + nested(7))).anyMatch(line -> line.contains("nested too deep"));
  }

  private static String nested(int deep) {
    return "route: {target: a, routes: ["
        + "{routes: [".repeat(deep - 1)
        + "{matchers: ['rule=x']}"
        + "]}".repeat(deep);
  }

  @Test
  void warnings_ofWhatIsHardlyMeant_areThere() throws Exception {
    FilePlan plan =
        plan(
            """
            targets: {a: {file: {path: a}}, b: {file: {path: b}}, c: {file: {path: c}}}
            hours: {night: {times: ["22:00-06:00"]}}
            route:
              target: a
              routes:
                - {target: b}
                - {target: a, matchers: ['rule="x"']}
            """);

    assertThat(plan.warnings())
        .containsExactly(
            "target c: no route leads to it",
            "hours night: no route uses them",
            "route 2 (line 7): never asked, since route 1 before it has no matchers and takes everything");
  }

  @Test
  void read_aFileThatCannotBeRead_saysWhy(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> PlanFile.read(folder.resolve("none.yaml"), name -> null))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("none.yaml:1: cannot be read");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "targets: é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PlanFile.read(latin, name -> null)).hasMessageContaining("UTF-8");
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(1024 * 1024 + 1));
    assertThatThrownBy(() -> PlanFile.read(large, name -> null)).hasMessageContaining("1 MiB");
    Path good = Files.writeString(folder.resolve("d.yaml"), "targets: {a: {file: {path: x}}}");
    assertThat(PlanFile.read(good, name -> null).targets()).hasSize(1);
  }

  private static FilePlan plan(String text) throws UnusableFileException {
    return PlanFile.parse("f", text, name -> null);
  }

  private static List<String> problems(String text) {
    try {
      return List.of("none of " + plan(text));
    } catch (UnusableFileException unusable) {
      return unusable.problems();
    }
  }
}
