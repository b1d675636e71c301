package dev.podproof.explanation;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MountsTest {
  private static final Map<String, Object> CONTAINER =
      Map.of(
          "volumeMounts",
          List.of(
              Map.of("name", "data", "mountPath", "/data"),
              Map.of("name", "inner", "mountPath", "/data/inner/"),
              Map.of("name", "logs", "mountPath", "/var/log")));

  @Test
  void a_path_lies_in_the_innermost_volume_that_holds_it() {
    then(Mounts.volumeOf(CONTAINER, "/data/seed.sql")).contains("data");
    then(Mounts.volumeOf(CONTAINER, "/data/inner/seed.sql")).contains("inner");
    then(Mounts.volumeOf(CONTAINER, "/data")).contains("data");
  }

  @Test
  void a_folder_whose_name_begins_alike_is_another_one() {
    then(Mounts.volumeOf(CONTAINER, "/database/seed.sql")).isEmpty();
    then(Mounts.volumeOf(CONTAINER, "/var/logs")).isEmpty();
    then(Mounts.volumeOf(null, "/data")).isEmpty();
  }
}
