/** Keeps what became of the dossiers of a bulk action, for as long as its result may be looked at. */
@NullMarked
package vn.kientao.reform.procedures.store.bulk;

import org.jspecify.annotations.NullMarked;
