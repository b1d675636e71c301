package dev.podproof.expectation;

import dev.podproof.lifecycle.History;

/** A request was answered with a text that contains another. */
public record Answered(String request, String answer, String wanted) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    return answer.contains(wanted)
        ? new Verdict.Satisfied("it answered \"" + firstLine() + "\"")
        : new Verdict.Violated("it answered \"" + firstLine() + "\"");
  }

  private String firstLine() {
    return answer.strip().lines().findFirst().orElse("");
  }

  @Override
  public String inWords() {
    return request + " answers \"" + wanted + "\"";
  }
}
