/** The tables of reviews, {@code procedures.review_…}. */
@NullMarked
package vn.kientao.reform.procedures.store.simplification;

import org.jspecify.annotations.NullMarked;
