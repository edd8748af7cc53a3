package org.chancery;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Date;
import java.util.List;

@AnalyzeClasses(packages = "org.chancery", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> FLOW =
      List.of(
          "article",
          "ontology",
          "naming",
          "reference",
          "analysis",
          "claims",
          "archive",
          "independence",
          "resolution",
          "graph",
          "validation",
          "mapping",
          "store",
          "web",
          "federation",
          "catalogue",
          "portrait",
          "query",
          "export",
          "evaluation",
          "verification",
          "link",
          "site",
          "reconcile",
          "serve",
          "cli");

  @ArchTest
  static void everythingFlowsOneWay(JavaClasses code) {
    for (int stage = 0; stage < FLOW.size() - 1; stage++) {
      noClasses()
          .that()
          .resideInAPackage(in(FLOW.get(stage)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(in(FLOW.subList(stage + 1, FLOW.size())))
          .allowEmptyShould(true)
          .check(code);
    }
  }

  @ArchTest
  static void everyPackageHasItsPlaceInTheFlow(JavaClasses code) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.chancery")
        .should()
        .resideOutsideOfPackages(in(FLOW))
        .check(code);
  }

  @ArchTest
  static void readersOfTheStoreIgnoreEachOther(JavaClasses code) {
    slices()
        .matching("org.chancery.(catalogue|portrait|query|export|evaluation|verification|link)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(true)
        .check(code);
  }

  @ArchTest
  static void onlyAnalysisKnowsCoreNlp(JavaClasses code) {
    keepInside("analysis", "edu.stanford..", code);
  }

  @ArchTest
  static void onlyTheCommandLineKnowsPicocli(JavaClasses code) {
    keepInside("cli", "picocli..", code);
  }

  @ArchTest
  static void readingArticlesNeedsNoRdf(JavaClasses code) {
    noClasses()
        .that()
        .resideInAnyPackage(in(List.of("article", "analysis", "claims")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.jena..")
        .allowEmptyShould(true)
        .check(code);
  }

  /** What comes out must not depend on the day; the report beside the store and a log may. */
  @ArchTest
  static void onlyTheReportAndTheAccessLogKnowTheTime(JavaClasses code) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.chancery.cli.Report")
        .and()
        .doNotHaveFullyQualifiedName("org.chancery.serve.AccessLog")
        .should()
        .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Date.class)
        .check(code);
  }

  private static void keepInside(String stage, String library, JavaClasses code) {
    noClasses()
        .that()
        .resideOutsideOfPackage(in(stage))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true)
        .check(code);
  }

  private static String in(String stage) {
    return "org.chancery." + stage + "..";
  }

  private static String[] in(List<String> stages) {
    return stages.stream().map(ArchitectureTest::in).toArray(String[]::new);
  }
}
