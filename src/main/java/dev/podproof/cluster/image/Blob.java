package dev.podproof.cluster.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** Bytes that a registry serves under their digest. */
sealed interface Blob {
  long size();

  /** The bytes from the beginning; the caller closes the stream. */
  InputStream open() throws IOException;

  /** A text in memory, served as UTF-8. */
  record Held(String text) implements Blob {
    @Override
    public long size() {
      return bytes().length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes());
    }

    private byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A file inside an archive; each reader opens the archive for itself. */
  record Archived(Path archive, String entry, long size) implements Blob {
    @Override
    public InputStream open() throws IOException {
      var tar = new TarFile(Files.newByteChannel(archive));
      for (TarArchiveEntry candidate : tar.getEntries()) {
        if (candidate.getName().equals(entry)) {
          return new ClosingBoth(tar.getInputStream(candidate), tar);
        }
      }
      tar.close();
      throw new IOException(archive + " no longer holds " + entry);
    }
  }

  /** Closes the archive with the stream that was read from it. */
  final class ClosingBoth extends java.io.FilterInputStream {
    private final TarFile tar;

    ClosingBoth(InputStream stream, TarFile tar) {
      super(stream);
      this.tar = tar;
    }

    @Override
    public void close() throws IOException {
      super.close();
      tar.close();
    }
  }
}
