package io.wirewatch.app;

import io.wirewatch.contract.registry.SchemaRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wirewatch schemas register}. */
@Command(
    name = "register",
    description = {
      "Register the schemas of this build under the subjects of all topics: a line of JSON a subject.",
      "Where one is incompatible nothing is registered, and the exit is 1."
    })
final class SchemasRegisterCommand implements Callable<Integer> {
  private static final String KEEP = "keep";
  private static final Set<String> LEVELS =
      Set.of(
          KEEP,
          "NONE",
          "BACKWARD",
          "BACKWARD_TRANSITIVE",
          "FORWARD",
          "FORWARD_TRANSITIVE",
          "FULL",
          "FULL_TRANSITIVE");

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "BACKWARD_TRANSITIVE",
      description =
          "What later schemas of these subjects have to agree with (default: BACKWARD_TRANSITIVE; keep: as it is).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String level;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!LEVELS.contains(level)) {
      throw new Refusal(
          "--level takes BACKWARD_TRANSITIVE, another level of the registry, or keep");
    }
    SchemaRegistry registry = new SchemaRegistry(cluster.settings().asClientConfig());
    List<SchemaVerdict> verdicts = SchemaVerdict.all(registry, rules.load().routes());
    List<SchemaVerdict> incompatible =
        verdicts.stream().filter(SchemaVerdict::isIncompatible).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (!incompatible.isEmpty()) {
      incompatible.forEach(verdict -> out.println(verdict.line("incompatible")));
      spec.commandLine()
          .getErr()
          .println(
              "wirewatch: nothing was registered: change the schema as docs/upgrades.md says, so that it reads what is there");
      return 1;
    }
    for (SchemaVerdict verdict : verdicts) {
      register(registry, verdict.subject());
      boolean was = verdict.outcome() == SchemaVerdict.Outcome.REGISTERED;
      out.println(verdict.line(was ? "was-registered" : "registered"));
    }
    out.flush();
    return 0;
  }

  private void register(SchemaRegistry registry, Subject subject) {
    if (!level.equals(KEEP)) {
      registry.level(subject.name(), level);
    }
    registry.id(subject.name(), subject.schema(), true);
  }
}
