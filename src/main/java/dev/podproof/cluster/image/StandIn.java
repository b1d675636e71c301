package dev.podproof.cluster.image;

/** A name that may exist nowhere yet, and what an image of that name shall do. */
public record StandIn(ImageName image, Behaviour behaviour) {
  /** What stands for the name, in words. */
  public String inWords() {
    return image.inWords() + " is a stand-in that " + behaviour.inWords();
  }
}
