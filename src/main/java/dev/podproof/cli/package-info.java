/** The command line: picocli commands become settings, outcomes become exit codes. */
@NullMarked
package dev.podproof.cli;

import org.jspecify.annotations.NullMarked;
