/**
 * From text to tokens, sentences, mentions and parses; the only package that knows CoreNLP.
 * Receives an article, returns an analysis of our own records, never decides what is claimed.
 */
@NullMarked
package org.chancery.analysis;

import org.jspecify.annotations.NullMarked;
