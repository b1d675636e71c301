package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

class PodproofTest {
  @Test
  void skeleton() {
    then(Podproof.class.getSimpleName()).isEqualTo("Podproof");
  }
}
