/**
 * What the graph says of one thing: receives an open dataset and a name, returns a portrait, an
 * article with its words marked, or triples. Reads a bounded part of the store whatever it is asked
 * for, and says what it left out; knows no HTML.
 */
@NullMarked
package org.chancery.portrait;

import org.jspecify.annotations.NullMarked;
