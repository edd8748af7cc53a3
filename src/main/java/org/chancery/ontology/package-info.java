/**
 * What may be said: the terms of {@code ontology/chancery.ttl} and the rules and lexicons beside
 * it, as values; receives files of {@code ontology/}, never an article.
 */
@NullMarked
package org.chancery.ontology;

import org.jspecify.annotations.NullMarked;
