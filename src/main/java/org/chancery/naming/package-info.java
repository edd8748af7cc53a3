/**
 * Names as everybody compares them: receives two names of a kind of thing, returns how alike they
 * are; knows no graph and no index.
 */
@NullMarked
package org.chancery.naming;

import org.jspecify.annotations.NullMarked;
