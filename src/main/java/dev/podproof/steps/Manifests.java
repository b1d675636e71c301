package dev.podproof.steps;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestProblem;
import java.util.List;

/** Where a scenario's manifests come from. */
public interface Manifests {
  /** A place where every manifest is empty, for those who do nothing with them. */
  Manifests EMPTY =
      new Manifests() {
        @Override
        public Manifest read(String name) {
          return new Manifest(name, List.of());
        }

        @Override
        public Manifest readWithout(String name, String object) {
          return read(name);
        }

        @Override
        public Manifest parse(String source, String text) {
          return new Manifest(source, List.of());
        }
      };

  /**
   * The manifest in the file of that name.
   *
   * @throws ManifestProblem if there is no such file, or it is no manifest
   */
  Manifest read(String name);

  /**
   * The same but for one object, such as: service my-database.
   *
   * @throws ManifestProblem also if it has no such object, or no other one
   */
  default Manifest readWithout(String name, String object) {
    return read(name).without(object);
  }

  /** What a step's own text is to say, before what was remembered is put into it. */
  default String written(String text) {
    return text;
  }

  /**
   * The manifest in a text.
   *
   * @param source how messages name where it stands
   * @throws ManifestProblem if it is none
   */
  Manifest parse(String source, String text);
}
