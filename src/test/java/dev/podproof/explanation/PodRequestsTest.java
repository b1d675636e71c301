package dev.podproof.explanation;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much a pod requests, as the scheduler counts it. */
class PodRequestsTest {
  private static Map<String, Object> init(String cpu) {
    return Map.of("resources", Map.of("requests", Map.of("cpu", cpu)));
  }

  private static Map<String, Object> sidecar(String cpu) {
    return Map.of("restartPolicy", "Always", "resources", Map.of("requests", Map.of("cpu", cpu)));
  }

  private static String cpu(List<?> inits, List<?> apps) {
    return cpu(Map.of("initContainers", inits, "containers", apps));
  }

  private static String cpu(Map<String, Object> spec) {
    return Quantities.inWords(PodRequests.of(Map.of("spec", spec), "cpu"));
  }

  @Test
  void containers_run_together_and_count_together() {
    then(cpu(List.of(), List.of(init("1"), init("500m")))).isEqualTo("1.5");
  }

  @Test
  void init_containers_run_one_after_the_other_so_the_greatest_counts_where_it_is_more() {
    then(cpu(List.of(init("1"), init("3")), List.of(init("2")))).isEqualTo("3");
    then(cpu(List.of(init("1")), List.of(init("2")))).isEqualTo("2");
  }

  @Test
  void a_sidecar_counts_with_the_containers() {
    then(cpu(List.of(sidecar("500m")), List.of(init("2")))).isEqualTo("2.5");
  }

  @Test
  void an_init_container_counts_with_the_sidecars_that_stand_before_it_only() {
    then(cpu(List.of(sidecar("1"), init("3")), List.of(init("1")))).isEqualTo("4");
    then(cpu(List.of(init("3"), sidecar("1")), List.of(init("1")))).isEqualTo("3");
  }

  @Test
  void the_overhead_comes_on_top_and_requests_of_the_whole_pod_take_the_place_of_the_others() {
    then(cpu(Map.of("overhead", Map.of("cpu", "250m"), "containers", List.of(init("1")))))
        .isEqualTo("1.25");
    then(cpu(
            Map.of(
                "resources",
                Map.of("requests", Map.of("cpu", "4")),
                "containers",
                List.of(init("1")))))
        .isEqualTo("4");
  }

  @Test
  void every_suffix_of_a_quantity_is_known() {
    then(Quantities.of("100n")).isEqualByComparingTo("0.0000001");
    then(Quantities.of("1Pi")).isEqualByComparingTo("1125899906842624");
    then(Quantities.of("2E")).isEqualByComparingTo("2000000000000000000");
    then(Quantities.of("12e6")).isEqualByComparingTo("12000000");
    then(Quantities.of("many")).isZero();
    then(Quantities.of("1xyz")).isZero();
  }
}
