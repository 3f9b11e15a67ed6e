/**
 * One visit: who asks, in which language, for which agency, with which form; and the view of it that handlers and
 * templates get.
 */
@NullMarked
package vn.kientao.platform.web.visit;

import org.jspecify.annotations.NullMarked;
