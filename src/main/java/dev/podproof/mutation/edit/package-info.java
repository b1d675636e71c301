/** Changes of YAML text that leave the rest of it as it was written. Pure. */
@NullMarked
package dev.podproof.mutation.edit;

import org.jspecify.annotations.NullMarked;
