package dev.podproof.action;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;

/**
 * Makes a Job from a CronJob's template at once, as kubectl create job --from does: owned by the
 * CronJob and annotated as started by hand (kubernetes/kubectl: pkg/cmd/create/create_job.go).
 */
public record CreateJob(Target target, String job) implements Request {
  @Override
  public String inWords() {
    return "create job " + job + " from " + target.inWords();
  }

  @Override
  public void send(ScenarioNamespace namespace) {
    var json = new JsonMapper();
    var source = target.in(namespace).get();
    if (source == null) {
      throw new ActionProblem("there is no " + target.inWords() + "\n  apply its manifest before");
    }
    namespace.apply(
        json.convertValue(
            made(json.convertValue(source, CronJob.class)), GenericKubernetesResource.class));
  }

  private Job made(CronJob from) {
    var template = from.getSpec().getJobTemplate();
    var labelled = template.getMetadata();
    return new JobBuilder()
        .withNewMetadata()
        .withName(job)
        .withLabels(labelled == null ? null : labelled.getLabels())
        .withAnnotations(labelled == null ? null : labelled.getAnnotations())
        .addToAnnotations("cronjob.kubernetes.io/instantiate", "manual")
        .addNewOwnerReference()
        .withApiVersion("batch/v1")
        .withKind("CronJob")
        .withName(from.getMetadata().getName())
        .withUid(from.getMetadata().getUid())
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withSpec(template.getSpec())
        .build();
  }

  @Override
  public List<ObjectKind> kinds() {
    return List.of(new ObjectKind("batch/v1", "CronJob"), new ObjectKind("batch/v1", "Job"));
  }
}
