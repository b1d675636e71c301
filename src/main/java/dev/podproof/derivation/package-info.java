/** What a manifest implies, as scenarios in the words of the steps. Pure. */
@NullMarked
package dev.podproof.derivation;

import org.jspecify.annotations.NullMarked;
