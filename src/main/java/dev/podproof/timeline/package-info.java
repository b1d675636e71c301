/**
 * What happened in a scenario as lanes on one axis of time. Pure: no clock, no files, no drawing.
 */
@NullMarked
package dev.podproof.timeline;

import org.jspecify.annotations.NullMarked;
