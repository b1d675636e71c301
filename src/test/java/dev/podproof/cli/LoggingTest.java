package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where what libraries log goes: the screen belongs to the run. */
class LoggingTest {
  @TempDir private Path folder;

  private static LoggerContext configured(Map<String, String> properties) throws JoranException {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    properties.forEach(context::putProperty);
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LoggingTest.class.getResource("/logback.xml"));
    return context;
  }

  @Test
  void with_a_file_named_it_goes_there_alone() throws Exception {
    var file = folder.resolve("podproof.log");
    var context = configured(Map.of("podproof.log", "file", "podproof.log.file", file.toString()));

    context.getLogger("any").warn("something odd");
    context.stop();

    then(Files.readString(file)).endsWith(" WARN  something odd\n");
    then(context.getLogger("ROOT").getAppender("stderr")).isNull();
  }

  @Test
  void without_one_it_goes_to_stderr() throws JoranException {
    then(configured(Map.of()).getLogger("ROOT").getAppender("stderr")).isNotNull();
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_no_reason_to_write_to_the_screen()
      throws IOException, JoranException {
    var file = Files.createFile(folder.resolve("file")) + "/podproof.log";

    var context = configured(Map.of("podproof.log", "file", "podproof.log.file", file));

    then(context.getStatusManager().getCopyOfStatusListenerList())
        .singleElement()
        .isInstanceOf(ch.qos.logback.core.status.NopStatusListener.class);
  }
}
