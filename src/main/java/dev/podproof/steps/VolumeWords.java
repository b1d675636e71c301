package dev.podproof.steps;

import java.util.Optional;

/**
 * A volume as sentences say it, such as: 1Gi and class "fast".
 *
 * @param storageClass empty where none is named
 */
public record VolumeWords(String size, Optional<String> storageClass) {
  static final String REGEX =
      "\\d+(?:\\.\\d+)?(?:[KMGTPE]i?|k)?(?: and class " + Words.QUOTED + ")?";

  static VolumeWords of(String text) {
    return new VolumeWords(text.split(" ", 2)[0], new Words(text).after("class"));
  }
}
