package dev.podproof.archive;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Observation;
import dev.podproof.session.Asked;
import java.io.IOException;
import java.time.Instant;

/**
 * What the model's alternatives are called in documents, and what is written otherwise than it
 * stands in the model.
 */
final class JsonNames {
  private JsonNames() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Observation.PodSeen.class, name = "podSeen"),
    @JsonSubTypes.Type(value = Observation.PodGone.class, name = "podGone"),
    @JsonSubTypes.Type(value = Observation.ContainerNamed.class, name = "containerNamed"),
    @JsonSubTypes.Type(value = Observation.SandboxNamed.class, name = "sandboxNamed"),
    @JsonSubTypes.Type(value = Observation.RuntimeStarted.class, name = "runtimeStarted"),
    @JsonSubTypes.Type(value = Observation.RuntimeExited.class, name = "runtimeExited"),
    @JsonSubTypes.Type(value = Observation.LogLine.class, name = "logLine"),
    @JsonSubTypes.Type(value = Observation.EventSeen.class, name = "eventSeen"),
    @JsonSubTypes.Type(value = Observation.ObjectSeen.class, name = "objectSeen"),
    @JsonSubTypes.Type(value = Observation.ObjectGone.class, name = "objectGone"),
    @JsonSubTypes.Type(value = Observation.ActionTaken.class, name = "actionTaken"),
    @JsonSubTypes.Type(value = Observation.Gap.class, name = "gap"),
    @JsonSubTypes.Type(value = Observation.HeardUpTo.class, name = "heardUpTo"),
    @JsonSubTypes.Type(value = Observation.ClusterLost.class, name = "clusterLost")
  })
  interface ObservationNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ContainerStage.Unreported.class, name = "unreported"),
    @JsonSubTypes.Type(value = ContainerStage.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = ContainerStage.Running.class, name = "running"),
    @JsonSubTypes.Type(value = ContainerStage.Terminated.class, name = "terminated")
  })
  interface StageNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Asked.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = Asked.Looked.class, name = "looked"),
    @JsonSubTypes.Type(value = Asked.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Asked.Ran.class, name = "ran"),
    @JsonSubTypes.Type(value = Asked.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Asked.Repeated.class, name = "repeated"),
    @JsonSubTypes.Type(value = Asked.Required.class, name = "required")
  })
  interface AskedNames {}

  interface OpenEnds {
    @JsonSerialize(using = KnownEnd.class)
    @JsonDeserialize(using = Earliest.class)
    Instant earliest();

    @JsonSerialize(using = KnownEnd.class)
    @JsonDeserialize(using = Latest.class)
    Instant latest();
  }

  // Kubernetes' own words stay as they are: without them nothing could be judged, and a Secret that
  // keeps one of them gives nothing away.
  interface PhaseWords {
    @JsonSerialize(using = Plain.class)
    String name();
  }

  interface ConditionWords {
    @JsonSerialize(using = Plain.class)
    String type();

    @JsonSerialize(using = Plain.class)
    String status();
  }

  interface KindWords {
    @JsonSerialize(using = Plain.class)
    String kind();
  }

  /** A text as it is. */
  private static final class Plain extends StdScalarSerializer<String> {
    private static final long serialVersionUID = 1L;

    Plain() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text);
    }
  }

  /** An instant; null where it stands for an end that is not known. */
  private static final class KnownEnd extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    KnownEnd() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant end, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (end.equals(Instant.MIN) || end.equals(Instant.MAX)) {
        json.writeNull();
      } else {
        json.writeString(end.toString());
      }
    }
  }

  /** An instant, or one that stands for an end that is not known. */
  private abstract static class End extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private final Instant unknown;

    End(Instant unknown) {
      super(Instant.class);
      this.unknown = unknown;
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return context.readValue(json, Instant.class);
    }

    @Override
    public Instant getNullValue(DeserializationContext context) {
      return unknown;
    }
  }

  private static final class Earliest extends End {
    private static final long serialVersionUID = 1L;

    Earliest() {
      super(Instant.MIN);
    }
  }

  private static final class Latest extends End {
    private static final long serialVersionUID = 1L;

    Latest() {
      super(Instant.MAX);
    }
  }
}
