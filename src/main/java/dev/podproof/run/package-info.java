/** Puts a run together: checks what needs no cluster, opens one, runs, collects what came of it. */
@NullMarked
package dev.podproof.run;

import org.jspecify.annotations.NullMarked;
