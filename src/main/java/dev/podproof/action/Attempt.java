package dev.podproof.action;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestDocument;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sends a request that may be refused, and yields the API server's answer. */
public sealed interface Attempt extends Action<Attempt.Answer> {
  /**
   * What the API server said.
   *
   * @param code 0 where it accepted
   * @param fields the fields that it names, each with its reason and words
   */
  record Answer(int code, String message, List<Cause> fields) {
    static final Answer ACCEPTED = new Answer(0, "", List.of());

    // Strict decoding names fields in its text alone.
    private static final Pattern UNKNOWN =
        Pattern.compile("(?:unknown|duplicate) field \"([^\"]+)\"");

    // What is of another type is named by the path of Go's decoder (Go: encoding/json).
    private static final Pattern OTHER_TYPE =
        Pattern.compile(
            "(?s).*(json: cannot unmarshal .* Go struct field \\w+\\.(\\S+) of type .*)");

    public Answer {
      fields = List.copyOf(fields);
    }

    /** Whether it was accepted. */
    public boolean isAccepted() {
      return code == 0;
    }

    /** Such as: it was refused (422): Pod "p" is invalid: ... */
    public String inWords() {
      return isAccepted() ? "it was accepted" : "it was refused (" + code + "): " + message;
    }

    /** The same, with the lines of the fields that it names. */
    Answer at(ManifestDocument document) {
      var other = OTHER_TYPE.matcher(message);
      if (other.matches()) {
        var field = other.group(2);
        return new Answer(
            code, document.placeOf(field) + " (" + field + "): " + other.group(1), fields);
      }
      var named =
          Stream.concat(
                  fields.stream().map(Cause::field),
                  UNKNOWN.matcher(message).results().map(match -> match.group(1)))
              .filter(field -> !field.isEmpty())
              .map(field -> document.placeOf(field) + " (" + field + ")")
              .distinct()
              .toList();
      // First, since a long text is told without its middle.
      var where = named.isEmpty() ? document.source() : String.join(", ", named);
      return new Answer(code, where + ": " + message, fields);
    }

    private static Answer of(KubernetesClientException e) {
      var status = Optional.ofNullable(e.getStatus());
      var causes =
          status
              .map(io.fabric8.kubernetes.api.model.Status::getDetails)
              .map(io.fabric8.kubernetes.api.model.StatusDetails::getCauses)
              .orElse(List.of());
      return new Answer(
          e.getCode(),
          status
              .map(io.fabric8.kubernetes.api.model.Status::getMessage)
              .orElse(String.valueOf(e.getMessage())),
          causes.stream().map(Cause::of).toList());
    }
  }

  /** One field that the API server refuses. */
  record Cause(String field, String reason, String message) {
    private static Cause of(StatusCause cause) {
      return new Cause(
          Optional.ofNullable(cause.getField()).orElse(""),
          Optional.ofNullable(cause.getReason()).orElse(""),
          Optional.ofNullable(cause.getMessage()).orElse(""));
    }
  }

  /** The request itself. */
  void send(ScenarioNamespace namespace);

  @Override
  default Answer perform(ScenarioNamespace namespace) {
    try {
      send(namespace);
      return Answer.ACCEPTED;
    } catch (KubernetesClientException e) {
      if (e.getStatus() == null) {
        throw e;
      }
      return Answer.of(e);
    }
  }

  /**
   * Creates the objects of a manifest; a dry run leaves out those of kinds that it brings itself.
   */
  record Apply(Manifest manifest, Validation validation, boolean dryRun) implements Attempt {
    @Override
    public String inWords() {
      return "try to apply" + (dryRun ? " as a dry run" : "");
    }

    @Override
    public Answer perform(ScenarioNamespace namespace) {
      return asked()
          .map(document -> new Document(document, validation, dryRun).perform(namespace))
          .filter(answer -> !answer.isAccepted())
          .findFirst()
          .orElse(Answer.ACCEPTED);
    }

    @Override
    public void send(ScenarioNamespace namespace) {
      asked().forEach(document -> new Document(document, validation, dryRun).send(namespace));
    }

    // A dry run leaves no kind behind that the API server could know afterwards.
    private Stream<ManifestDocument> asked() {
      var defined = dryRun ? manifest.definedKinds() : Set.<String>of();
      return manifest.documents().stream().filter(document -> !defined.contains(document.kind()));
    }
  }

  /** Creates one object of a manifest. */
  record Document(ManifestDocument document, Validation validation, boolean dryRun)
      implements Attempt {
    @Override
    public String inWords() {
      return "try to apply " + document.inWords();
    }

    @Override
    public Answer perform(ScenarioNamespace namespace) {
      var answer = Attempt.super.perform(namespace);
      return answer.isAccepted() ? answer : answer.at(document);
    }

    @Override
    public void send(ScenarioNamespace namespace) {
      namespace.attempt(
          new JsonMapper().convertValue(document.tree(), GenericKubernetesResource.class),
          validation,
          dryRun);
    }
  }

  /** Any other request. */
  record Of(Request request) implements Attempt {
    @Override
    public String inWords() {
      return "try to " + request.inWords();
    }

    @Override
    public void send(ScenarioNamespace namespace) {
      request.send(namespace);
    }

    @Override
    public List<ObjectKind> kinds() {
      return request.kinds();
    }
  }
}
