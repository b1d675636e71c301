/** What to run, where and how long, as immutable values with their defaults. */
@NullMarked
package dev.podproof.settings;

import org.jspecify.annotations.NullMarked;
