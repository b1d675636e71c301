package dev.podproof.explanation;

import static dev.podproof.explanation.Told.app;
import static dev.podproof.explanation.Told.explained;
import static dev.podproof.explanation.Told.told;
import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a container that cannot be made, cannot begin or does not go on. */
class FailingContainersTest {
  private static Histories waiting(String reason, String message) {
    return aPod("app").at("1s").waits("app", reason, message);
  }

  private static Histories cannotStart(String message) {
    return waiting("RunContainerError", "exec: " + message);
  }

  @Test
  void a_command_that_the_image_lacks_is_told_with_the_image() {
    then(told(cannotStart("\"sh\": executable file not found in $PATH")))
        .isEqualTo(
            """
            container app  cannot start: its command is not in the image busybox: sh
            next: mend the command, or use an image that has it""");
  }

  @Test
  void a_command_of_several_words_in_one_is_told_with_its_words_apart() {
    then(told(cannotStart("\"sleep 5\": not found").commanded("app", "sleep 5")))
        .isEqualTo(
            """
            container app  cannot start: "sleep 5" is one word, and no program is named so
            next: give each word its own element (command: [sleep, 5]), or put sh, -c before it""");
  }

  @Test
  void a_script_from_a_volume_may_lack_its_interpreter_instead() {
    then(told(
            cannotStart("\"/scripts/run\": no such file or directory")
                .commanded("app", "/scripts/run")
                .shows(
                    app(
                        Map.of(
                            "volumeMounts",
                            List.of(Map.of("name", "s", "mountPath", "/scripts")))))))
        .isEqualTo(
            """
            container app  cannot start: /scripts/run, from a volume, is not there, or the interpreter of its first line is not
            next: see kubectl exec or cat -A of the script: a first line that ends in \\r (Windows) or names no program of the image""");
  }

  @Test
  void a_script_beside_the_volume_is_one_of_the_image() {
    then(told(
            cannotStart("\"/run\": no such file or directory")
                .commanded("app", "/run")
                .shows(
                    app(
                        Map.of(
                            "volumeMounts",
                            List.of(Map.of("name", "s", "mountPath", "/scripts")))))))
        .startsWith("container app  cannot start: its command is not in the image busybox: /run\n");
  }

  @Test
  void a_command_that_may_not_be_executed_is_told_with_what_allows_it() {
    then(told(cannotStart("\"sh\": permission denied")))
        .isEqualTo(
            """
            container app  cannot start: permission denied for its command sh
            next: make the file executable (chmod +x, or defaultMode of its volume), or let a user run it that may""");
  }

  @Test
  void a_format_that_cannot_be_executed_names_both_causes_and_what_tells_them_apart() {
    then(told(cannotStart("\"sh\": exec format error")))
        .isEqualTo(
            """
            container app  cannot start: exec format error for sh: another architecture, or a script without #! line
            next: see which (docker image inspect busybox, uname -m on the node); build for it, or begin the script with #!""");
  }

  @Test
  void the_shell_that_is_the_entry_point_says_the_same_in_its_last_line() {
    var shell = aPod("app").at("1s").starts("app").logs("app", "exec /app: exec format error");

    then(told(shell)).doesNotContain("cannot start");
    then(told(shell.at("2s").exits("app", 1)))
        .startsWith("container app  cannot start: exec format");
  }

  @Test
  void an_init_container_and_a_sidecar_are_called_what_they_are() {
    then(told(
            aPod("init", "sidecar", "app")
                .waits("init", "RunContainerError", "exec: permission denied")
                .waits("sidecar", "RunContainerError", "exec: permission denied")))
        .contains(
            "init container init  cannot start: permission denied",
            "sidecar sidecar  cannot start: permission denied");
  }

  private static Histories configError(String message) {
    return waiting("CreateContainerConfigError", message);
  }

  @Test
  void a_missing_Secret_is_told_with_those_that_there_are() {
    then(told(
            configError("secret \"creds\" not found")
                .object("Secret", "token", Map.of("metadata", Map.of("name", "token")))))
        .isEqualTo(
            """
            container app  cannot be made: secret "creds" not found
            next: apply Secret creds (there is token), or mark the reference as optional""");
  }

  @Test
  void the_ConfigMap_that_every_namespace_has_is_no_near_match() {
    then(told(
            configError("configmap \"settings\" not found")
                .object(
                    "ConfigMap",
                    "kube-root-ca.crt",
                    Map.of("metadata", Map.of("name", "kube-root-ca.crt")))))
        .endsWith("next: apply ConfigMap settings, or mark the reference as optional");
  }

  @Test
  void a_missing_key_is_told_with_five_of_those_that_there_are_and_none_of_their_values() {
    then(told(
            configError("couldn't find key host in Secret default/creds")
                .object(
                    "Secret",
                    "creds",
                    Map.of(
                        "data",
                        Map.of(
                            "f", "hunter2", "e", "hunter2", "d", "hunter2", "c", "hunter2", "b",
                            "hunter2", "a", "hunter2")))))
        .isEqualTo(
            """
            container app  cannot be made: couldn't find key host in Secret default/creds
            next: give Secret creds the key host (it has a, b, c, d, e)""");
  }

  @Test
  void an_image_that_runs_as_root_where_it_may_not_is_told_with_what_allows_it() {
    then(told(configError("container has runAsNonRoot and image will run as root")))
        .endsWith(
            "next: set securityContext.runAsUser to a user other than 0, or use an image with one");
  }

  @Test
  void a_config_error_in_other_words_is_told_in_them() {
    then(told(configError("failed to prepare subPath")))
        .isEqualTo(
            """
            container app  cannot be made: failed to prepare subPath
            next: apply what it names before the pod""");
  }

  @Test
  void a_host_path_of_another_type_is_told_with_what_makes_it() {
    then(told(
            aPod("app")
                .reports(
                    "FailedMount",
                    "",
                    "MountVolume.SetUp failed for volume \"d\" : hostPath type check failed: /d is not a directory")))
        .isEqualTo(
            """
            volume d  cannot be mounted: hostPath type check failed: /d is not a directory
            next: make it on the node, or let the volume make it (type: DirectoryOrCreate)""");
  }

  @Test
  void the_longest_name_of_a_missing_object_is_still_told_in_what_to_do() {
    var name = "a".repeat(120);

    then(told(
            aPod("app")
                .reports(
                    "FailedMount",
                    "",
                    "MountVolume.SetUp failed for volume \"d\" : configmap \""
                        + name
                        + "\" not found")))
        .endsWith("next: apply ConfigMap " + name + ", or mark the reference as optional");
  }

  @Test
  void a_volume_that_could_not_be_mounted_once_and_is_now_explains_nothing() {
    then(told(
            aPod("app")
                .reports("FailedMount", "", "volume \"d\" : configmap \"c\" not found")
                .at("1s")
                .starts("app")))
        .startsWith("no known cause");
  }

  @Test
  void a_reason_without_a_message_is_told_alone() {
    then(told(waiting("CreateContainerError", "")))
        .startsWith("container app  is waiting (CreateContainerError)\n");
  }

  private static Histories backOff(String message) {
    return aPod("app")
        .at("1s")
        .starts("app")
        .at("25s")
        .exits("app", 1, "Error")
        .waits("app", "CrashLoopBackOff", message);
  }

  @Test
  void the_next_try_is_the_end_of_the_last_run_and_its_back_off() {
    then(told(backOff("back-off 10s restarting failed container=app")))
        .startsWith(
            "container app, which exited 1, 0 restarts so far, next try at about +35.00s\n");
    then(told(backOff("back-off 2m40s restarting failed container=app")))
        .startsWith(
            "container app, which exited 1, 0 restarts so far, next try at about +185.00s\n");
  }

  @Test
  void a_next_try_that_has_passed_is_not_told() {
    then(told(backOff("back-off 1s restarting failed container=app")))
        .startsWith("container app, which exited 1, 0 restarts so far, in its back-off\n");
  }

  @Test
  void an_end_whose_time_is_unknown_gives_no_next_try() {
    then(told(
            aPod("app")
                .at("1s")
                .starts("app")
                .vanishes("app")
                .waits("app", "CrashLoopBackOff", "back-off 10s restarting")))
        .contains(", in its back-off");
  }

  private static Histories ended(int code, String line) {
    return aPod("app").at("1s").starts("app").at("2s").logs("app", line).exits("app", code);
  }

  @Test
  void each_exit_code_that_has_a_meaning_is_told_with_it() {
    Map.of(
            126, "126 of a shell: the command was found and may not be executed",
            127, "127 of a shell: the command was not found in the image or its PATH",
            134, "134 is 128 + 6: the process aborted itself (SIGABRT)",
            137, "137 is 128 + 9: it was killed (SIGKILL)",
            139, "139 is 128 + 11: the process crashed (SIGSEGV)",
            143, "143 is 128 + 15: it was told to end (SIGTERM)")
        .forEach(
            (code, meaning) ->
                then(explained(ended(code, "x")).blocked()).contains("exit code  " + meaning));
  }

  @Test
  void a_code_without_a_meaning_is_left_alone() {
    then(told(ended(2, "x"))).doesNotContain("exit code  ");
  }

  @Test
  void a_port_that_another_container_holds_is_told() {
    then(told(ended(1, "bind: address already in use")))
        .endsWith(
            """
            app  wants a port that another container of the pod holds: they share one network
            next: give one of the containers another port""");
  }

  @Test
  void a_call_that_the_kernel_refuses_is_told() {
    then(told(ended(1, "chown: Operation not permitted")))
        .endsWith(
            """
            app  was refused by the kernel: a capability that it lacks, or another owner
            next: add the capability (securityContext.capabilities.add), or do without the call""");
  }

  private static final Map<String, Object> WITH_DATA =
      app(Map.of("volumeMounts", List.of(Map.of("name", "data", "mountPath", "/data"))));

  @Test
  void a_file_of_another_user_is_told_with_its_volume() {
    then(told(ended(1, "sh: can't create /data/x: Permission denied").shows(WITH_DATA)))
        .endsWith(
            """
            /data/x  is not its user's, in volume data
            next: set securityContext.fsGroup or runAsUser to who owns it (hostPath: chown on the node)""");
  }

  @Test
  void a_file_that_a_volume_lacks_is_to_be_put_there() {
    then(told(ended(1, "cat: /data/x: No such file or directory").shows(WITH_DATA)))
        .endsWith(
            """
            /data/x  is not in volume data
            next: mend the path, or put the file in the volume""");
  }

  @Test
  void a_file_that_another_container_may_yet_write_names_both_causes_and_what_tells_them_apart() {
    then(told(
            aPod("sidecar", "app")
                .mounts("sidecar", "data")
                .at("1s")
                .starts("sidecar")
                .becomesStarted("sidecar")
                .starts("app")
                .at("2s")
                .logs("app", "cat: /data/x: No such file or directory")
                .exits("app", 1)
                .shows(WITH_DATA)))
        .endsWith(
            """
            /data/x  is not in volume data: not written yet by sidecar, or a wrong path
            next: give sidecar a startupProbe that tests for the file; if it never comes the path is wrong""");
  }

  @Test
  void a_variable_that_an_optional_reference_left_unset_is_told_with_the_keys_that_there_are() {
    var env =
        Map.of(
            "name",
            "DB_HOST",
            "valueFrom",
            Map.of("configMapKeyRef", Map.of("name", "cfg", "key", "host", "optional", true)));

    then(told(
            ended(1, "DB_HOST is not set")
                .shows(app(Map.of("env", List.of(env))))
                .object("ConfigMap", "cfg", Map.of("data", Map.of("hots", "db")))))
        .endsWith(
            """
            env DB_HOST  is an optional reference to key host of ConfigMap cfg (it has hots)
            next: give ConfigMap cfg the key host""");
  }
}
