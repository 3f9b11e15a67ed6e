/** The page on which printed receipts are waited for and fetched. */
@NullMarked
package vn.kientao.reform.procedures.web.printing;

import org.jspecify.annotations.NullMarked;
