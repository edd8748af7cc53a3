/**
 * What one article says: receives its analysis, returns claims about discourse referents, each with
 * status and evidence; never looks at another article.
 */
@NullMarked
package org.chancery.claims;

import org.jspecify.annotations.NullMarked;
