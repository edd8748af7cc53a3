/**
 * Facts about the whole world that hold before reading: countries, cities, organizations. Receives
 * the tables of {@code ontology/reference/}, returns candidates for words in a row; never decides
 * which of them an article means, and never sees one.
 */
@NullMarked
package org.chancery.reference;

import org.jspecify.annotations.NullMarked;
