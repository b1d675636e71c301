package dev.podproof.archive;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas of the documents that Podproof writes. */
public final class Schemas {
  private Schemas() {}

  /** What that schema finds wrong with a document, in words; nothing where it is as promised. */
  public static List<String> problems(String schema, String document) throws IOException {
    var text = Files.readString(Path.of("docs/schema", schema + ".schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
