/** Reads manifests without a cluster, predicts what their pods do, and finds what will go wrong. */
@NullMarked
package dev.podproof.lint;

import org.jspecify.annotations.NullMarked;
