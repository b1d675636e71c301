package dev.podproof.explanation;

import static dev.podproof.explanation.Told.told;
import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import org.junit.jupiter.api.Test;

/** What is said of an image that cannot be had, by the words of the kubelet and of containerd. */
class ImageMissingTest {
  private static final String HEAD = "container app  needs image busybox";
  private static final String STAND_IN =
      "; or declare a stand-in: Given image \"busybox\" serves HTTP on port 8080";

  private static Histories waiting(String reason, String message) {
    return aPod("app").at("1s").waits("app", reason, message);
  }

  @Test
  void a_name_that_is_none_is_to_be_mended() {
    then(told(waiting("InvalidImageName", "couldn't parse image name")))
        .isEqualTo(HEAD + ", which is no valid name\nnext: mend the image name busybox");
  }

  @Test
  void an_image_that_may_not_be_pulled_is_to_be_brought() {
    then(told(waiting("ErrImageNeverPull", "not present with pull policy of Never")))
        .isEqualTo(
            HEAD
                + """
                , which the node does not have and may not pull (imagePullPolicy: Never)
                next: bring the image to the node, or allow the pull""");
  }

  @Test
  void a_registry_out_of_reach_is_told_from_an_image_that_is_absent() {
    then(told(waiting("ErrImagePull", "dial tcp: lookup r.example: no such host: not found")))
        .isEqualTo(
            HEAD
                + ", and its registry cannot be reached: dial tcp: lookup r.example: no such host: not found\n"
                + "next: see the node's way to the registry"
                + STAND_IN);
  }

  @Test
  void a_pull_that_is_denied_names_both_causes_and_what_tells_them_apart() {
    then(told(waiting("ErrImagePull", "pull access denied, repository does not exist")))
        .isEqualTo(
            HEAD
                + """
                , whose pull was denied: no right to it, or no such repository: pull access denied, repository does not exist
                next: give the pod imagePullSecrets with a right to it, or mend the name; a pull with those credentials by hand tells which""");
  }

  @Test
  void an_image_that_its_registry_does_not_have_is_to_be_looked_at() {
    then(told(waiting("ErrImagePull", "busybox:9: not found")))
        .isEqualTo(
            HEAD
                + ", which its registry does not have\nnext: see the name and the tag of busybox"
                + STAND_IN);
  }

  @Test
  void a_failure_in_other_words_is_told_in_its_last_ones() {
    then(told(
            waiting(
                "ErrImagePull",
                "failed to unpack image on snapshotter overlayfs: write /var/lib/x: no space left on device")))
        .isEqualTo(
            HEAD
                + ", ErrImagePull: ... n snapshotter overlayfs: write /var/lib/x: no space left on device\n"
                + "next: see whether the image busybox exists"
                + STAND_IN);
  }

  @Test
  void a_failure_without_words_has_its_reason_alone() {
    then(told(waiting("ImagePullBackOff", ""))).startsWith(HEAD + ", ImagePullBackOff\n");
  }

  @Test
  void in_a_back_off_the_event_of_the_failed_pull_says_why() {
    then(told(
            aPod("app")
                .reports("Failed", "app", "Failed to pull image \"busybox\": not found")
                .waits("app", "ImagePullBackOff", "Back-off pulling image \"busybox\"")))
        .startsWith(HEAD + ", which its registry does not have\n");
  }

  @Test
  void in_a_back_off_an_event_of_something_else_says_nothing_of_the_pull() {
    then(told(
            aPod("app")
                .reports("Failed", "app", "Error: not found")
                .waits("app", "ImagePullBackOff", "Back-off pulling image \"busybox\"")))
        .startsWith(HEAD + ", ImagePullBackOff: Back-off pulling image \"busybox\"\n");
  }

  @Test
  void a_pull_secret_that_does_not_exist_is_named() {
    then(told(
            waiting("ErrImagePull", "401 Unauthorized")
                .reports(
                    "FailedToRetrieveImagePullSecret",
                    "",
                    "Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.")))
        .endsWith(
            """
            imagePullSecrets  name Secret regcred, which does not exist
            next: give the pod imagePullSecrets with a right to it, or mend the name; a pull with those credentials by hand tells which
            next: apply Secret regcred (kubectl create secret docker-registry)""");
  }

  @Test
  void each_of_two_containers_without_their_image_is_told_and_the_one_that_has_it_is_not() {
    then(told(
            aPod("init", "app", "log")
                .waits("init", "InvalidImageName")
                .waits("log", "ErrImageNeverPull")))
        .startsWith("init container init  needs image busybox, which is no valid name\n")
        .contains("\ncontainer log  needs image busybox, which the node does not have")
        .doesNotContain("container app");
  }
}
