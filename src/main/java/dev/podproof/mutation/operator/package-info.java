/** What mutation testing changes: a class for each kind of change. Pure. */
@NullMarked
package dev.podproof.mutation.operator;

import org.jspecify.annotations.NullMarked;
