package dev.podproof.lifecycle.planted;

/** An offender. */
public final class UsesExpectations {
  dev.podproof.expectation.Verdict verdict(
      dev.podproof.expectation.Expectation any,
      dev.podproof.lifecycle.History history,
      dev.podproof.expectation.AsOf asOf) {
    return any.evaluate(history, asOf);
  }
}
