/** Obstacles: pages, REST, models of templates. */
@NullMarked
package vn.kientao.reform.steering.web.obstacle;

import org.jspecify.annotations.NullMarked;
