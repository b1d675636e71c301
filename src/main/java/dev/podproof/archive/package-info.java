/**
 * What is kept of a scenario as files, so that people can look at it and it can be judged again.
 * Everything that is written goes through a redaction.
 */
@NullMarked
package dev.podproof.archive;

import org.jspecify.annotations.NullMarked;
