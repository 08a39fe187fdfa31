package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wirewatch doctor}: whether a cluster is fit to work on. */
@Command(
    name = "doctor",
    description = {
      "Look at brokers, versions, topics, rights, registry, clock and rule set, with the settings of a stage.",
      "A line each, and what to do where it is not well. Changes nothing. Exit 1 where anything is not well."
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Option(
      names = "--for",
      paramLabel = "ROLE",
      defaultValue = "INGEST,ENRICH,ALERT",
      split = ",",
      description =
          "What these settings are for (default: ingest,enrich,alert). One of: ${COMPLETION-CANDIDATES}.")
  private List<Role> roles = new ArrayList<>();

  @Option(names = "--json", description = "A line of JSON each: {check, well, found, remedy?}.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Collection<String> routes = rules.load().routes();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(
        Finding.of(
            "brokers",
            () -> Preflight.withBrokers(settings, admin -> onBrokers(admin, settings, routes))));
    findings.addAll(Finding.of("registry", () -> registry(settings).schemas(routes)));
    findings.addAll(Finding.of("clock", () -> registry(settings).clock()));
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(json ? finding.json() : finding.text()));
    out.flush();
    return findings.stream().allMatch(Finding::isWell) ? 0 : 1;
  }

  private List<Finding> onBrokers(Admin admin, Settings settings, Collection<String> routes) {
    ClusterCheckup checkup = new ClusterCheckup(admin);
    // Where this fails the others would too, each after its own time-out.
    List<Finding> findings = new ArrayList<>(checkup.brokers());
    findings.addAll(Finding.of("versions", checkup::versions));
    findings.addAll(Finding.of("topics", () -> checkup.topics(topics(routes))));
    findings.addAll(Finding.of("rights", () -> new RightsCheckup(admin).of(roles)));
    if (roles.contains(Role.ALERT) || roles.contains(Role.RULES_LIST)) {
      findings.addAll(Finding.of("rules", new RulesCheckup(admin, settings)::look));
    }
    return findings;
  }

  private Collection<Topic<?>> topics(Collection<String> routes) {
    Set<Topic<?>> wanted = new LinkedHashSet<>();
    roles.forEach(role -> wanted.addAll(role.topics(routes)));
    return wanted;
  }

  private static RegistryCheckup registry(Settings settings) {
    return new RegistryCheckup(new SchemaRegistry(settings.asClientConfig()), Clock.systemUTC());
  }
}
