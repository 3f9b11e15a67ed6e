/** The figures that modules offer, asked for an agency. */
@NullMarked
package vn.kientao.reform.steering.app.indicator;

import org.jspecify.annotations.NullMarked;
