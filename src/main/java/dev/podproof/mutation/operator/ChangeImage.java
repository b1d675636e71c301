package dev.podproof.mutation.operator;

import java.util.stream.Stream;

/** Names an image that there is not. */
public record ChangeImage() implements Operator {
  /** What it is called on the command line. */
  public static final String NAME = "change-image";

  private static final String FIELD = "image";

  /** No registry can have that name (RFC 2606: Reserved Top Level DNS Names). */
  private static final String NOWHERE = "registry.invalid/no-such-image:1";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String does() {
    return "names an image that does not exist";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .filter(container -> !container.image().isEmpty())
        .map(
            container ->
                new Mutation(
                    container.value().at(FIELD),
                    "changes the image of " + container.inWords() + " to " + NOWHERE,
                    subject.edits().with(container.value(), FIELD, NOWHERE),
                    "Then " + subject.named(container) + " starts"));
  }
}
