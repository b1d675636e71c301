package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said where an owner may make no pod. */
class NoPodTest {
  private static String told(String... messages) {
    var histories = nothing().at("1s");
    for (var message : messages) {
      histories.reportsOf("Job", "load", "FailedCreate", message);
    }
    var failure = Explanation.ofNoPod(histories.history(), at(5), UnaryOperator.identity());
    return String.join("\n", failure.blocked()) + "\nnext: " + String.join("\n", failure.next());
  }

  @Test
  void a_service_account_that_is_not_there_is_to_be_created() {
    then(told(
            "Error creating: pods \"load-\" is forbidden: error looking up service account x/y: serviceaccount \"y\" not found"))
        .isEqualTo(
            """
            Job load  may make no pod (1 time): error looking up service account x/y: serviceaccount "y" not found
            next: create the ServiceAccount, or mend serviceAccountName in the pod template of Job load""");
  }

  @Test
  void a_limit_of_the_namespace_is_told_from_its_quota() {
    then(told("pods \"load-\" is forbidden: maximum memory usage per Container is 64Mi"))
        .isEqualTo(
            """
            Job load  may make no pod (1 time): maximum memory usage per Container is 64Mi
            next: raise the LimitRange, or ask for less in the pod template of Job load""");
  }

  @Test
  void a_refusal_in_other_words_is_told_in_them_whole() {
    then(told("admission webhook \"policy\" denied the request: no root"))
        .isEqualTo(
            """
            Job load  may make no pod (1 time): admission webhook "policy" denied the request: no root
            next: see which admission refuses it, and mend the pod template of Job load""");
  }

  @Test
  void a_long_refusal_keeps_its_middle_in_lines_of_its_own() {
    then(told(
            "pods \"load-x\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"a\" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"]), runAsNonRoot != true (pod or container \"a\" must set securityContext.runAsNonRoot=true)"))
        .isEqualTo(
            """
            Job load  may make no pod (1 time):
            violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "a" must set securityContext.allowPrivilegeEscalation=false),
            unrestricted capabilities (container "a" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "a" must set
            securityContext.runAsNonRoot=true)
            next: see which admission refuses it, and mend the pod template of Job load""");
  }

  @Test
  void of_a_refusal_that_never_ends_the_beginning_and_the_end_are_told() {
    var lines = told("is forbidden: " + "no root, ".repeat(200) + "no end").lines().toList();

    then(lines).hasSize(5).allMatch(line -> line.length() <= 150);
    then(lines.get(3)).contains(" ... ").endsWith("no end");
    then(told("is forbidden: " + "x".repeat(900)).lines()).hasSize(5);
  }

  @Test
  void of_several_refusals_the_last_is_told_and_all_are_counted() {
    then(told("is forbidden: exceeded quota: a", "x is forbidden: exceeded quota: b"))
        .startsWith("Job load  may make no pod (2 times): exceeded quota: b\n");
  }
}
