/** Offers what somebody gave the agency before, so that nobody has to give it twice. */
@NullMarked
package vn.kientao.reform.procedures.app.returning;

import org.jspecify.annotations.NullMarked;
