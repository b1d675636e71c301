/**
 * Workloads as their manifests declare them: containers by role, volumes, commands, with places.
 */
@NullMarked
package dev.podproof.lint.workload;

import org.jspecify.annotations.NullMarked;
