package dev.podproof.run;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import dev.podproof.mutation.Mutant;
import dev.podproof.steps.Manifests;

/**
 * Manifests of which one is changed.
 *
 * @param folder where the others come from
 */
record MutantManifests(Manifests folder, Mutant mutant, Reach reach) implements Manifests {
  @Override
  public Manifest read(String name) {
    var manifest = folder.read(name);
    return mutant.original().before() == 0 && manifest.source().equals(mutant.original().file())
        ? Manifest.parse(manifest.source(), mutant.text(), reach)
        : manifest;
  }

  @Override
  public String written(String text) {
    return mutant.original().before() > 0 && text.equals(mutant.original().text())
        ? mutant.text()
        : text;
  }

  @Override
  public Manifest parse(String source, String text) {
    return folder.parse(source, text);
  }
}
