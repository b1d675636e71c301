package dev.podproof.expectation;

import dev.podproof.lifecycle.Moment;
import java.util.Optional;

/**
 * A time in which a state held.
 *
 * @param until empty while it still holds
 */
public record Span(Moment from, Optional<Moment> until) {}
