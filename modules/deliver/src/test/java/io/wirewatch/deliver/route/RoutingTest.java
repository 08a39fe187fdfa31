package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.route.Floods.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.Severity;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.desk.LabelMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RoutingTest {
  private static final String TREE =
      """
      targets: {desk: {file: {path: a}}, mail: {file: {path: b}}, room: {file: {path: c}}}
      route:
        target: desk
        routes:
          - {matchers: ['severity=~"high|critical"', 'region="IQ"'], target: mail, continue: true, group_by: [rule, region]}
          - matchers: ['language="ar"']
            target: room
            group_by: []
            routes:
              - {matchers: ['rule="flood"'], target: mail, group_by: [alert]}
          - {matchers: ['source="Noise"'], target: nobody}
      """;

  @Test
  void ways_ofAnAlert_areThoseOfTheDecidingRoutes() throws Exception {
    assertThat(groups(anAlert("1"))).containsExactly(Map.entry("desk", "incident=i"));
    assertThat(groups(anAlert("2").near("IQ")))
        .containsExactly(Map.entry("mail", "rule=flood,region=IQ"));
    assertThat(groups(anAlert("3").of("raid").near("IQ", "SY").in("ar")))
        .containsExactly(Map.entry("mail", "rule=raid,region=IQ"), Map.entry("room", "all"));
    assertThat(groups(anAlert("4").by("Noise"))).isEmpty();
  }

  @Test
  void ways_twiceToATarget_areOneByTheFirstRoute() throws Exception {
    assertThat(groups(anAlert("5").near("IQ").in("ar")))
        .containsExactly(Map.entry("mail", "rule=flood,region=IQ"));
    assertThat(groups(anAlert("6").in("ar"))).containsExactly(Map.entry("mail", "alert=6"));
  }

  @Test
  void ways_toNobodyAndSomebody_reachSomebody() throws Exception {
    assertThat(groups(anAlert("7").near("IQ").by("Noise")))
        .containsExactly(Map.entry("mail", "rule=flood,region=IQ"));
  }

  /* Against the rule of Alertmanager in other words: a node decides if it and all above it fit, no child of it fits, and no
   * earlier fitting brother of it or of those above it stops. */
  @Test
  void deciding_onRandomTrees_isAsTheRuleSays() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Route root = tree(random, "route", 4);
      Alert alert = anAlert("a").of("r" + random.nextInt(3)).alert();
      List<String> expected = new ArrayList<>();
      expect(root, alert, expected);

      List<String> found = root.deciding(alert).stream().map(Route::place).toList();

      assertThat(found).as("tree %s of seed 7", i).isEqualTo(expected).isNotEmpty();
      Set<String> unique = new HashSet<>(found);
      assertThat(unique).hasSameSizeAs(found);
    }
  }

  private static boolean expect(Route node, Alert alert, List<String> into) {
    if (!node.matchers().stream().allMatch(matcher -> matcher.fits(alert))) {
      return false;
    }
    boolean any = false;
    for (Route child : node.routes()) {
      boolean took = expect(child, alert, into);
      any |= took;
      if (took && !child.goesOn()) {
        return true;
      }
    }
    if (!any) {
      into.add(node.place());
    }
    return true;
  }

  private static Route tree(Random random, String place, int depth) {
    List<Route> routes = new ArrayList<>();
    for (int i = 0; depth > 0 && i < random.nextInt(4); i++) {
      routes.add(tree(random, place + "." + i, depth - 1));
    }
    boolean isRoot = place.equals("route");
    List<LabelMatcher> matchers =
        isRoot || random.nextInt(4) == 0
            ? List.of()
            : List.of(
                LabelMatcher.of(
                    "rule" + (random.nextBoolean() ? "=" : "!=") + "r" + random.nextInt(3)));
    return new Route(
        place,
        1,
        matchers,
        random.nextBoolean(),
        new Route.Telling(
            "t",
            List.of(),
            new Plan.Timing(Duration.ZERO, Duration.ZERO, Optional.empty(), RouteHours.ALWAYS)),
        routes);
  }

  @Test
  void group_ofOddValues_isShortSafeAndItsOwn() throws Exception {
    FilePlan plan =
        PlanFile.parse(
            "f",
            "targets: {a: {file: {path: a}}}\nroute: {group_by: [source, severity, language]}",
            name -> null);
    Set<String> names = new HashSet<>();
    for (String source :
        List.of("a/b", "a b", "a,b", "وكالة", "الوكالة", "x".repeat(65), "x".repeat(66), "~", "")) {
      String name = plan.ways(anAlert("1").by(source).severe(Severity.LOW).record()).get(0).group();

      assertThat(name).matches("severity=low,source=[A-Za-z0-9._~-]{0,57},language=en");
      assertThat(names.add(name)).as(name).isTrue();
    }
  }

  @Test
  void group_byRegion_isTheHeaviestCountry() throws Exception {
    FilePlan plan =
        PlanFile.parse(
            "f", "targets: {a: {file: {path: a}}}\nroute: {group_by: region}", name -> null);

    assertThat(plan.ways(anAlert("1").near("IQ-BA", "SY", "IQ").record()).get(0).group())
        .isEqualTo("region=SY");
    assertThat(plan.ways(anAlert("1").near("IQ-BA").record()).get(0).group())
        .isEqualTo("region=IQ");
    assertThat(plan.ways(anAlert("1").record()).get(0).labels())
        .containsExactly(Map.entry("region", "none"));
  }

  private static List<Map.Entry<String, String>> groups(Incidents alert) throws Exception {
    return PlanFile.parse("f", TREE, name -> null).ways(alert.named("i").record()).stream()
        .map(way -> Map.entry(way.target(), way.group()))
        .toList();
  }
}
