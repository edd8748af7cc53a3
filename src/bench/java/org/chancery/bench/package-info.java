/**
 * The benchmark: Chancery against the stock CoreNLP pipeline. Receives articles, gives a table on
 * standard output; it is no part of the program and of no test.
 */
@NullMarked
package org.chancery.bench;

import org.jspecify.annotations.NullMarked;
