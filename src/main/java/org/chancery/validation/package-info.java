/**
 * Holds a graph against {@code ontology/shapes.ttl}; returns what breaks a shape, never mends it.
 */
@NullMarked
package org.chancery.validation;

import org.jspecify.annotations.NullMarked;
