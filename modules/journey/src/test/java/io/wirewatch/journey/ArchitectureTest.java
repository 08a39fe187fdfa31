package io.wirewatch.journey;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The table of modules in README, kept by the build: which module may use which, and who may look
 * at a clock.
 */
final class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.wirewatch");

  @Test
  void modules_useOnlyWhatTheTablePermits() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.wirewatch..")
        .layer("contract")
        .definedBy("io.wirewatch", "io.wirewatch.contract..")
        .layer("observe")
        .definedBy("io.wirewatch.observe..")
        .layer("language")
        .definedBy("io.wirewatch.language..")
        .layer("annotate")
        .definedBy("io.wirewatch.annotate..")
        .layer("rules")
        .definedBy("io.wirewatch.rules..")
        .layer("ingest")
        .definedBy("io.wirewatch.ingest..")
        .layer("stage")
        .definedBy("io.wirewatch.stage..")
        .layer("enrich")
        .definedBy("io.wirewatch.enrich..")
        .layer("alert")
        .definedBy("io.wirewatch.alert..")
        .layer("replay")
        .definedBy("io.wirewatch.replay..")
        .layer("desk")
        .definedBy("io.wirewatch.desk..")
        .layer("deliver")
        .definedBy("io.wirewatch.deliver..")
        .layer("why")
        .definedBy("io.wirewatch.why..")
        .layer("dashboard")
        .definedBy("io.wirewatch.dashboard..")
        .layer("embedded")
        .definedBy("io.wirewatch.embedded..")
        .layer("app")
        .definedBy("io.wirewatch.app..")
        .whereLayer("contract")
        .mayNotAccessAnyLayer()
        .whereLayer("observe")
        .mayOnlyAccessLayers("contract")
        .whereLayer("language")
        .mayNotAccessAnyLayer()
        .whereLayer("annotate")
        .mayOnlyAccessLayers("language")
        .whereLayer("rules")
        .mayOnlyAccessLayers("language")
        .whereLayer("ingest")
        .mayOnlyAccessLayers("contract", "language")
        .whereLayer("stage")
        .mayOnlyAccessLayers("contract")
        .whereLayer("enrich")
        .mayOnlyAccessLayers("contract", "stage", "annotate", "language")
        .whereLayer("alert")
        .mayOnlyAccessLayers("contract", "stage", "rules")
        .whereLayer("replay")
        .mayOnlyAccessLayers("contract", "stage", "annotate", "rules", "enrich", "alert")
        .whereLayer("desk")
        .mayOnlyAccessLayers("contract")
        .whereLayer("deliver")
        .mayOnlyAccessLayers("contract", "stage", "desk", "language")
        .whereLayer("why")
        .mayOnlyAccessLayers("contract", "stage", "language", "rules", "alert")
        .whereLayer("dashboard")
        .mayOnlyAccessLayers(
            "contract", "stage", "desk", "language", "annotate", "rules", "alert", "why")
        .whereLayer("embedded")
        .mayOnlyAccessLayers("contract")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .check(OURS);
  }

  @Test
  void languageAnnotateAndRules_knowNothingOfKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.wirewatch.language..", "io.wirewatch.annotate..", "io.wirewatch.rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..")
        .check(OURS);
  }

  @Test
  void nobodyButTheCommand_readsTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.wirewatch.app..")
        .should()
        .callMethodWhere(readsTheClock())
        .check(OURS);
  }

  @Test
  void noCode_namesConfluentsClasses() {
    noClasses().should().dependOnClassesThat().resideInAPackage("io.confluent..").check(OURS);
  }

  /** What is never unpacked cannot write outside of where it was meant to be. */
  @Test
  void noCode_unpacksArchives() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(zip\\.(Zip|Inflater).*|jar\\..*)")
        .check(OURS);
  }

  /** One place neutralises what a terminal would obey. */
  @Test
  void nothingButStandard_writesToTheScreen() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.wirewatch.app.Standard")
        .should()
        .accessField(FileDescriptor.class, "out")
        .orShould()
        .accessField(FileDescriptor.class, "err")
        .orShould()
        .accessField(System.class, "out")
        .check(OURS);
  }

  private static DescribedPredicate<JavaMethodCall> readsTheClock() {
    Set<String> readings = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");
    return DescribedPredicate.describe(
        "reads the wall clock",
        call ->
            readings.contains(call.getName())
                && (call.getTargetOwner().isEquivalentTo(Instant.class)
                    || call.getTargetOwner().isEquivalentTo(Clock.class)
                    || call.getTargetOwner().isEquivalentTo(System.class)
                    || call.getTargetOwner().getPackageName().equals("java.time"))
                && call.getTarget().getParameterTypes().isEmpty());
  }
}
