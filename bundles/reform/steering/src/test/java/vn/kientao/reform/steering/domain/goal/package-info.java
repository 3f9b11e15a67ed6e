/** Targets of the programme. */
@NullMarked
package vn.kientao.reform.steering.domain.goal;

import org.jspecify.annotations.NullMarked;
