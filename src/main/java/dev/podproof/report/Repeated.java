package dev.podproof.report;

import dev.podproof.repetition.Statistics;
import dev.podproof.report.ScenarioResult.Place;

/** What the repetitions of a scenario come to. */
public record Repeated(Place place, Statistics statistics) {}
