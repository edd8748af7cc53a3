/**
 * Facts about the whole world that hold before reading: countries, cities, organizations; receives
 * the tables of {@code ontology/reference/}, never an article. Returns candidates for words in a
 * row; which of them an article means is decided by who reads it.
 */
@NullMarked
package org.chancery.reference;

import org.jspecify.annotations.NullMarked;
