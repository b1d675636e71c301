/** One scenario: performs actions, expects expectations, owns the waiting loop. */
@NullMarked
package dev.podproof.session;

import org.jspecify.annotations.NullMarked;
