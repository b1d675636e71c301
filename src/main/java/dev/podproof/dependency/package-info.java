/** What a pod depends on, under the scenario's control. */
@NullMarked
package dev.podproof.dependency;

import org.jspecify.annotations.NullMarked;
