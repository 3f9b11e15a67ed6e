/** Pages and REST of reviews (rà soát, đơn giản hoá). */
@NullMarked
package vn.kientao.reform.procedures.web.simplification;

import org.jspecify.annotations.NullMarked;
