/**
 * Facts about the whole world that hold before reading: countries, cities, organizations; receives
 * the tables of {@code ontology/reference/}, never an article.
 */
@NullMarked
package org.chancery.reference;

import org.jspecify.annotations.NullMarked;
