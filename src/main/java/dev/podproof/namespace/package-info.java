/** One namespace per scenario: created before its first action, removed after its last. */
@NullMarked
package dev.podproof.namespace;

import org.jspecify.annotations.NullMarked;
