package dev.podproof.cluster;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnerTest {
  private static final Instant BEGAN = Instant.parse("2026-11-23T12:00:00Z");
  private static final Owner OWNER = new Owner("boot/1", 42, BEGAN);

  @Test
  void a_label_tells_its_owner() {
    then(Owner.parse(OWNER.label())).contains(OWNER);
    then(Owner.parse("")).isEmpty();
    then(Owner.parse("boot/1 fortytwo 0")).isEmpty();
  }

  @Test
  void an_owner_whose_process_runs_is_not_gone() {
    then(OWNER.isGone("boot/1", process -> Optional.of(BEGAN.plusMillis(10)))).isFalse();
  }

  @Test
  void an_owner_without_process_is_gone() {
    then(OWNER.isGone("boot/1", process -> Optional.empty())).isTrue();
  }

  @Test
  void a_process_that_began_later_only_bears_the_number_again() {
    then(OWNER.isGone("boot/1", process -> Optional.of(BEGAN.plusSeconds(60)))).isTrue();
  }

  @Test
  void of_another_machine_or_process_namespace_nothing_is_certain() {
    then(OWNER.isGone("boot/2", process -> Optional.empty())).isFalse();
  }

  @Test
  void a_container_with_another_label_is_nobodys_left_over() {
    then(Leftovers.isLeftOver(Map.of(), "boot/1", process -> Optional.empty())).isFalse();
    then(Leftovers.isLeftOver(
            Map.of(Owner.LABEL, OWNER.label()), "boot/1", process -> Optional.empty()))
        .isTrue();
  }

  @Test
  void this_process_is_not_gone() {
    var me = Owner.thisProcess();

    then(me.isGone(me.place(), Owner::beginning)).isFalse();
  }
}
