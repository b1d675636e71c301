package dev.podproof.cli;

import dev.podproof.lint.YamlObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A manifest that comes from standard input, and the file in which the steps find it.
 *
 * @param bytes none where nothing comes from there
 * @param file where it is kept
 * @param name how the steps name that file
 */
@SuppressWarnings("ArrayRecordComponent") // read once, handed on once
record StandardInput(byte[] bytes, Path file, String name) {
  /** More than is read of any manifest, which is told of this one then as well. */
  private static final int TOO_MANY = 16 * 1024 * 1024 + 1;

  /** Reads it, where it is asked for. */
  static byte[] read(InputStream in, boolean asked) throws IOException {
    return asked ? in.readNBytes(TOO_MANY) : new byte[0];
  }

  /** A file for a text below a folder; the same text has the same one. */
  static StandardInput below(Path folder, byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var key = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    var file = folder.resolve(key.substring(0, 8)).resolve("standard-input.yaml").toAbsolutePath();
    return new StandardInput(bytes, file, file.toString());
  }

  /** Names of files as the steps have them. */
  UnaryOperator<String> named(UnaryOperator<String> others) {
    return file -> file.equals(YamlObjects.STANDARD_INPUT) ? name : others.apply(file);
  }

  /** Writes the file, for its owner alone, since there may be Secrets in it. */
  void keep() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, bytes);
  }
}
