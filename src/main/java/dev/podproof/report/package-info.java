/** What a run tells: on the console, as JUnit XML, as JSON. No judging. */
@NullMarked
package dev.podproof.report;

import org.jspecify.annotations.NullMarked;
