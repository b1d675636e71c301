/** Things done to the cluster, one class per verb. */
@NullMarked
package dev.podproof.action;

import org.jspecify.annotations.NullMarked;
