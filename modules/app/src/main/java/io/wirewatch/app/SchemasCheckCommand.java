package io.wirewatch.app;

import io.wirewatch.contract.registry.SchemaRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch schemas check}. */
@Command(
    name = "check",
    description = {
      "Ask whether the registry has the schemas of this build, or would take them: a line of JSON a subject.",
      "outcome is registered, compatible or incompatible (with its reason). Exit 1 where one is incompatible."
    })
final class SchemasCheckCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    SchemaRegistry registry = new SchemaRegistry(cluster.settings().asClientConfig());
    List<SchemaVerdict> verdicts = SchemaVerdict.all(registry, rules.load().routes());
    PrintWriter out = spec.commandLine().getOut();
    verdicts.forEach(
        verdict -> out.println(verdict.line(verdict.outcome().name().toLowerCase(Locale.ROOT))));
    out.flush();
    return verdicts.stream().anyMatch(SchemaVerdict::isIncompatible) ? 1 : 0;
  }
}
