package dev.podproof.lifecycle;

/** Kind and name of an object in the scenario's namespace, such as Service my-database. */
public record ObjectName(String kind, String name) {
  /** Kind and name with a space between. */
  public String inWords() {
    return kind + " " + name;
  }
}
