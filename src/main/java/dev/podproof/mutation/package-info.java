/** Manifests changed in one place each, to see whether a feature notices. Pure. */
@NullMarked
package dev.podproof.mutation;

import org.jspecify.annotations.NullMarked;
