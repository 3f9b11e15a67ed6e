/** Pages and the API of inspections. */
@NullMarked
package vn.kientao.reform.steering.web.inspection;

import org.jspecify.annotations.NullMarked;
