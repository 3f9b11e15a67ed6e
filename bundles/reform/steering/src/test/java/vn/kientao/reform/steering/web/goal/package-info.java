/** Pages of targets. */
@NullMarked
package vn.kientao.reform.steering.web.goal;

import org.jspecify.annotations.NullMarked;
