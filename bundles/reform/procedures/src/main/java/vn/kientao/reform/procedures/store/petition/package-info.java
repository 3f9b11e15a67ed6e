/** The tables of petitions. */
@NullMarked
package vn.kientao.reform.procedures.store.petition;

import org.jspecify.annotations.NullMarked;
