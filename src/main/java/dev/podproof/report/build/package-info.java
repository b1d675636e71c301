/** What build servers read of a run in its log, beside the lines for people. */
@NullMarked
package dev.podproof.report.build;

import org.jspecify.annotations.NullMarked;
