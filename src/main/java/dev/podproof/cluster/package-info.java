/** Obtains and releases a cluster, and says what it can do. */
@NullMarked
package dev.podproof.cluster;

import org.jspecify.annotations.NullMarked;
