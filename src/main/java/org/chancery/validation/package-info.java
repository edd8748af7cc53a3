/**
 * The gate before the store: receives the graphs of articles, holds each against {@code
 * ontology/shapes.ttl} and returns what breaks a shape; never mends it.
 */
@NullMarked
package org.chancery.validation;

import org.jspecify.annotations.NullMarked;
