/** Pilots: pages, REST, models of templates. */
@NullMarked
package vn.kientao.reform.steering.web.pilot;

import org.jspecify.annotations.NullMarked;
