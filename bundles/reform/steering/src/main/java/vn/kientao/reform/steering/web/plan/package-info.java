/** Yearly plans: pages and programs. */
@NullMarked
package vn.kientao.reform.steering.web.plan;

import org.jspecify.annotations.NullMarked;
