/**
 * How well articles were read: receives a dataset and a gold standard, returns precision, recall
 * and the errors; never says how to read better.
 */
@NullMarked
package org.chancery.evaluation;

import org.jspecify.annotations.NullMarked;
