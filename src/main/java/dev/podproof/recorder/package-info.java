/**
 * The witnesses: what the watch, the runtime, the logs and the harness itself tell becomes a
 * history.
 */
@NullMarked
package dev.podproof.recorder;

import org.jspecify.annotations.NullMarked;
