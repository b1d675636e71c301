/**
 * The images that Podproof brings: a small read-only registry, and stand-ins with declared
 * behaviour.
 */
@NullMarked
package dev.podproof.cluster.image;

import org.jspecify.annotations.NullMarked;
