package dev.podproof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of packages; each rule is proven by an offender that it must reject. */
class ArchitectureTest {
  private static final String ROOT = "dev.podproof";
  private static final Map<String, Set<String>> MAY_USE = table();

  private static Map<String, Set<String>> table() {
    var table = new LinkedHashMap<String, Set<String>>();
    table.put("lifecycle", Set.of());
    table.put("expectation", Set.of("lifecycle"));
    table.put("explanation", Set.of("lifecycle", "expectation"));
    table.put("settings", Set.of());
    table.put("manifest", Set.of());
    table.put("lint", Set.of("lifecycle", "manifest"));
    table.put("derivation", Set.of("lifecycle", "lint"));
    table.put("mutation", Set.of("lint", "lifecycle", "manifest"));
    table.put("cluster", Set.of("settings"));
    table.put("project", Set.of("lint", "manifest", "cluster", "dependency", "steps"));
    table.put("namespace", Set.of("cluster"));
    table.put("dependency", Set.of("lifecycle", "namespace", "cluster"));
    table.put("action", Set.of("lifecycle", "namespace", "manifest", "dependency", "cluster"));
    table.put("recorder", Set.of("lifecycle", "cluster", "namespace"));
    table.put(
        "session",
        Set.of(
            "action",
            "namespace",
            "recorder",
            "expectation",
            "explanation",
            "lifecycle",
            "cluster"));
    table.put(
        "steps", Set.of("session", "action", "dependency", "manifest", "cluster", "expectation"));
    table.put("timeline", Set.of("lifecycle"));
    table.put("repetition", Set.of("lifecycle", "timeline"));
    table.put("baseline", Set.of("lifecycle", "timeline"));
    table.put("report", Set.of("lifecycle", "timeline", "repetition", "baseline"));
    table.put("archive", Set.of("lifecycle", "session", "report", "repetition", "baseline"));
    table.put(
        "run",
        Set.of(
            "archive",
            "baseline",
            "session",
            "steps",
            "report",
            "timeline",
            "repetition",
            "mutation",
            "lifecycle",
            "explanation",
            "recorder",
            "action",
            "cluster",
            "manifest",
            "dependency",
            "project",
            "settings"));
    table.put(
        "cli",
        Set.of(
            "run",
            "baseline",
            "lint",
            "derivation",
            "mutation",
            "project",
            "steps",
            "dependency",
            "manifest",
            "report",
            "cluster",
            "settings"));
    return table;
  }

  private static final JavaClasses PROGRAM = imported();

  private static final ArchRule PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".lifecycle..",
              ROOT + ".expectation..",
              ROOT + ".explanation..",
              ROOT + ".timeline..",
              ROOT + ".repetition..",
              ROOT + ".baseline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.fabric8..",
              "io.cucumber..",
              "org.slf4j..",
              "java.io..",
              "java.nio..",
              "java.util.concurrent..")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  private static final ArchRule NO_SLEEP =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  private static final ArchRule ONE_WRITER =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static final ArchRule ENVIRONMENT_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  private static final ArchRule NO_CYCLES =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @Test
  void it_looks_at_the_whole_program() {
    then(program()).hasSizeGreaterThan(100);
  }

  @Test
  void packages_use_only_what_the_table_allows() {
    layers().check(program());
  }

  @Test
  void every_class_has_a_row() {
    then(program().stream().map(ArchitectureTest::row).distinct()).isSubsetOf(MAY_USE.keySet());
  }

  @Test
  void every_package_says_what_may_be_null() {
    then(program().stream().filter(c -> !c.getPackage().isAnnotatedWith(NullMarked.class)))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> the_program_keeps_every_rule() {
    return Stream.of(PURE, NO_SLEEP, ONE_WRITER, ENVIRONMENT_AT_THE_EDGE, NO_CYCLES)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(program())));
  }

  @Test
  void a_model_that_reads_the_clock_is_rejected() {
    rejects(PURE, dev.podproof.lifecycle.planted.ReadsTheClock.class);
  }

  @Test
  void a_model_that_uses_expectations_is_rejected() {
    rejects(
        layers(),
        dev.podproof.lifecycle.planted.UsesExpectations.class,
        dev.podproof.expectation.Verdict.class);
  }

  @Test
  void a_class_that_sleeps_is_rejected() {
    rejects(NO_SLEEP, dev.podproof.lifecycle.planted.Sleeps.class);
  }

  @Test
  void a_class_that_prints_is_rejected() {
    rejects(ONE_WRITER, dev.podproof.lifecycle.planted.Prints.class);
  }

  @Test
  void a_class_that_reads_the_environment_is_rejected() {
    rejects(ENVIRONMENT_AT_THE_EDGE, dev.podproof.lifecycle.planted.ReadsTheEnvironment.class);
  }

  @Test
  void a_cycle_is_rejected() {
    rejects(
        NO_CYCLES,
        dev.podproof.lifecycle.planted.UsesExpectations.class,
        dev.podproof.expectation.Expectation.class,
        dev.podproof.lifecycle.History.class);
  }

  @Test
  void a_package_without_a_row_is_rejected() {
    var planted = new ClassFileImporter().importClasses(ArchitectureTest.class);

    then(planted.stream().map(ArchitectureTest::row)).isNotEmpty().doesNotContain("lifecycle");
  }

  private static void rejects(ArchRule rule, Class<?>... offenders) {
    assertThatThrownBy(() -> rule.check(new ClassFileImporter().importClasses(offenders)))
        .isInstanceOf(AssertionError.class);
  }

  private static ArchRule layers() {
    var layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (var name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
    }
    for (var row : MAY_USE.entrySet()) {
      var layer = layers.whereLayer(row.getKey());
      layers =
          row.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
    }
    return layers;
  }

  private static String row(JavaClass type) {
    var below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }

  private static JavaClasses program() {
    return PROGRAM;
  }

  private static JavaClasses imported() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(ROOT);
  }
}
