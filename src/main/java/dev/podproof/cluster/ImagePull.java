package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.podproof.settings.ClusterChoice;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Brings a K3s image onto the machine. Testcontainers would, too, but tries a refused pull again
 * for two minutes (RemoteDockerImage).
 */
final class ImagePull {
  private static final Duration FIRST_SIGN = Duration.ofSeconds(10);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private ImagePull() {}

  /** Returns when the image is here. */
  static void ensure(
      DockerClient docker, String image, List<String> local, Consumer<String> announce) {
    if (Docker.hasImage(docker, image)) {
      return;
    }
    announce.accept("pulling " + image + " ...");
    var watch = new StopWatch();
    var refusal = pull(docker, image);
    watch.lap("pull");
    if (!refusal.isEmpty()) {
      throw refused(image, refusal, local);
    }
    announce.accept("pulled " + image + " (" + watch.phases().get(0).took().toSeconds() + " s)");
  }

  static ClusterProblem refused(String image, String refusal, List<String> local) {
    return new ClusterProblem(
        "the K3s image "
            + image
            + " is not on this machine and cannot be pulled: "
            + refusal
            + "\n  "
            + preferred(local)
                .map(here -> "use the one that is here: --k3s-image " + here)
                .orElse("load it from an archive: docker load -i FILE")
            + "\n  or a node of upstream Kubernetes, built without a registry: --cluster node"
            + "\n  or a cluster that exists: --cluster existing --kubeconfig FILE");
  }

  /** Of several images the default one, else the newest by the numbers in its tag. */
  static java.util.Optional<String> preferred(List<String> images) {
    return images.contains(ClusterChoice.DEFAULT_K3S_IMAGE)
        ? java.util.Optional.of(ClusterChoice.DEFAULT_K3S_IMAGE)
        : images.stream().max((one, other) -> Arrays.compare(numbers(one), numbers(other)));
  }

  private static int[] numbers(String image) {
    return NUMBER
        .matcher(image.substring(image.lastIndexOf(':') + 1))
        .results()
        .map(MatchResult::group)
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Empty when the image is here, else the reason why not. */
  static String pull(DockerClient docker, String image) {
    try (var pull = docker.pullImageCmd(image).exec(new Pull())) {
      if (!pull.sign.await(FIRST_SIGN.toMillis(), TimeUnit.MILLISECONDS)) {
        return "no answer within " + FIRST_SIGN.toSeconds() + " s";
      }
      pull.awaitCompletion();
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (DockerException e) {
      return Docker.saying(e);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Hears of a pull's progress; the first news of any kind is the sign that somebody answers. */
  private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {
    private final CountDownLatch sign = new CountDownLatch(1);

    @Override
    public void onNext(PullResponseItem item) {
      var error = item.getErrorDetail();
      if (error != null) {
        super.onError(new DockerException(String.valueOf(error.getMessage()), 500));
      }
      sign.countDown();
    }

    @Override
    public void onError(Throwable failure) {
      super.onError(failure);
      sign.countDown();
    }

    @Override
    public void onComplete() {
      super.onComplete();
      sign.countDown();
    }
  }
}
