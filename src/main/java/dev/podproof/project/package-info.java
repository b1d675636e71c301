/** podproof.yaml: what a project declares, each value with the place where it stands. */
@NullMarked
package dev.podproof.project;

import org.jspecify.annotations.NullMarked;
