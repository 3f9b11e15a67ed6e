/** Targets of the programme: pages, REST, models of templates. */
@NullMarked
package vn.kientao.reform.steering.web.goal;

import org.jspecify.annotations.NullMarked;
