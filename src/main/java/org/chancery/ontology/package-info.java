/**
 * What may be said: receives the files of {@code ontology/}, returns terms, signatures, rules and
 * lexicons as values; never sees an article.
 */
@NullMarked
package org.chancery.ontology;

import org.jspecify.annotations.NullMarked;
