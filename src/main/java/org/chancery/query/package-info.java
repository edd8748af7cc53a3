/**
 * The canned queries of {@code queries/}: receives a name or a file and values for its parameters,
 * returns answers as tables or RDF; never writes to the graph.
 */
@NullMarked
package org.chancery.query;

import org.jspecify.annotations.NullMarked;
