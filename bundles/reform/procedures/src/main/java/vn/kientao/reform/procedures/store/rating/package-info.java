/** The tables of ratings. */
@NullMarked
package vn.kientao.reform.procedures.store.rating;

import org.jspecify.annotations.NullMarked;
