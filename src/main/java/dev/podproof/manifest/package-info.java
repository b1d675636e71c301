/** Manifests as they are written: documents with file, line and path. */
@NullMarked
package dev.podproof.manifest;

import org.jspecify.annotations.NullMarked;
