/** What a run tells: on a screen, as a page, as JUnit XML, JSON and TAP. No judging. */
@NullMarked
package dev.podproof.report;

import org.jspecify.annotations.NullMarked;
