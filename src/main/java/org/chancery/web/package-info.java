/**
 * How others' servers are asked: receives a request, returns an answer that came in time and is not
 * too long, and knows which hosts are near; never follows a redirect by itself.
 */
@NullMarked
package org.chancery.web;

import org.jspecify.annotations.NullMarked;
