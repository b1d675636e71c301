/** The Gherkin phrases, one line each, and the types of their parameters. */
@NullMarked
package dev.podproof.steps;

import org.jspecify.annotations.NullMarked;
