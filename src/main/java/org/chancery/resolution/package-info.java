/**
 * From the referents of all articles to entities with IRIs; receives every reading, returns the
 * same for any order of the articles, never reads text.
 */
@NullMarked
package org.chancery.resolution;

import org.jspecify.annotations.NullMarked;
