package dev.podproof.steps;

import java.util.List;
import java.util.regex.Pattern;

/** The words of a sentence that may name kinds of objects: those before a name in quotes. Pure. */
public final class NamedKinds {
  private static final Pattern KIND =
      Pattern.compile("\\b([a-z]+)(?=(?: of [a-z]+| labelled)? \")");

  private NamedKinds() {}

  /** Such as job and cronjob in: the job of cronjob "tick" exists. Others are no kinds. */
  public static List<String> in(String sentence) {
    return KIND.matcher(new Words(sentence).unquoted())
        .results()
        .map(match -> match.group(1))
        .distinct()
        .toList();
  }
}
