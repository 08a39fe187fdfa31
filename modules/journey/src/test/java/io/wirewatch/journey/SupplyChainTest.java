package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What ships with the command: all of it on the bill of materials, under licences that NOTICE
 * names.
 */
final class SupplyChainTest {
  private static final Path APP = Path.of("../app/target");
  private static final Path BILL = APP.resolve("bom.json");
  private static final Path NOTICE = Path.of("../../NOTICE");
  private static final Path BUILD = Path.of("../../pom.xml");

  /**
   * How NOTICE calls a family of licences, and how its members are named in the libraries' poms.
   */
  private static final Map<String, Pattern> FAMILIES =
      new TreeMap<>(
          Map.of(
              "Apache License 2.0", Pattern.compile(".*apache.*2\\.0.*"),
              "MIT License", Pattern.compile("(the )?mit( license)?"),
              "BSD licences", Pattern.compile("(bsd|new bsd|go license).*"),
              "Eclipse Public License 2.0",
                  Pattern.compile("(epl|eclipse public license).*2\\.0.*"),
              "JDOM License", Pattern.compile("similar to apache license.*|.*jdom.*")));

  private static final Pattern SHARE_ALIKE =
      Pattern.compile(
          ".*(\\b[al]?gpl|general public|sspl|server side public|share.?alike|cc-by-sa|-nc\\b|noncommercial).*");

  @BeforeEach
  void bill() {
    assumeThat(BILL).as("skipped: -Dquick makes no bill of materials (mvn verify does)").exists();
  }

  @Test
  void libraries_thatShip_areAllOnTheBill() throws IOException {
    Set<String> onTheBill =
        components().stream()
            .map(c -> c.path("name").asText() + "-" + c.path("version").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> jars = Files.list(APP.resolve("lib"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString().replaceAll("\\.jar$", "")))
          .isNotEmpty()
          .allMatch(jar -> onTheBill.stream().anyMatch(jar::startsWith));
    }
  }

  @Test
  void libraries_onTheBill_haveALicenceThatNoticeNames() throws IOException {
    String notice = Files.readString(NOTICE);
    for (JsonNode component : components()) {
      List<String> licences = licences(component);

      assertThat(families(licences))
          .as(
              "%s is under %s: no family that NOTICE lists. Add family and library to NOTICE and this test, or leave it out",
              component.path("purl").asText(), licences)
          .isNotEmpty()
          .allMatch(notice::contains);
    }
  }

  @Test
  void libraries_onTheBill_areNotShareAlike() throws IOException {
    for (JsonNode component : components()) {
      List<String> licences = licences(component);
      boolean onlyShareAlike =
          licences.stream().allMatch(licence -> SHARE_ALIKE.matcher(licence).matches());

      assertThat(onlyShareAlike)
          .as("%s is under %s and cannot ship", component.path("purl").asText(), licences)
          .isFalse();
    }
  }

  @Test
  void versions_ofTheBuild_areFixed() throws IOException {
    assertThat(Files.readString(BUILD))
        .doesNotContainPattern("<version>[^<]*(LATEST|RELEASE)</version>")
        .doesNotContainPattern("\\.version>[^<]*SNAPSHOT");
    assertThat(components())
        .filteredOn(component -> !component.path("group").asText().equals("io.wirewatch"))
        .extracting(component -> component.path("version").asText())
        .noneMatch(version -> version.contains("SNAPSHOT"));
  }

  private static List<JsonNode> components() throws IOException {
    return StreamSupport.stream(
            new ObjectMapper().readTree(BILL.toFile()).path("components").spliterator(), false)
        .toList();
  }

  /** Names and ids as the library's own pom gives them; more than one is a choice. */
  private static List<String> licences(JsonNode component) {
    List<String> licences =
        Stream.of("name", "id", "expression")
            .flatMap(part -> component.path("licenses").findValuesAsText(part).stream())
            .map(licence -> licence.toLowerCase(Locale.ROOT).strip())
            .toList();
    assertThat(licences).as("licence of %s", component.path("purl").asText()).isNotEmpty();
    return licences;
  }

  private static List<String> families(List<String> licences) {
    return FAMILIES.entrySet().stream()
        .filter(
            family ->
                licences.stream().anyMatch(licence -> family.getValue().matcher(licence).matches()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
