/** What somebody who comes again has given the agency before. */
@NullMarked
package vn.kientao.reform.procedures.domain.returning;

import org.jspecify.annotations.NullMarked;
