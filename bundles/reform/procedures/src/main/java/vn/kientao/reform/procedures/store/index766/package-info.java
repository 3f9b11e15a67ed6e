/** The versions of the index of service quality: SQL and row mapping, nothing else. */
@NullMarked
package vn.kientao.reform.procedures.store.index766;

import org.jspecify.annotations.NullMarked;
