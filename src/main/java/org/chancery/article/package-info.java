/**
 * Texts as they were read: receives files, returns {@link org.chancery.article.Article}s with their
 * zones; never interprets what a text says.
 */
@NullMarked
package org.chancery.article;

import org.jspecify.annotations.NullMarked;
