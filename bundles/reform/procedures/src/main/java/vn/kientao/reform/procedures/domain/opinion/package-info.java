/** Requests for opinions that one agency sends another. */
@NullMarked
package vn.kientao.reform.procedures.domain.opinion;

import org.jspecify.annotations.NullMarked;
