/** Keeps requests for opinions, which both agencies see. */
@NullMarked
package vn.kientao.reform.procedures.store.opinion;

import org.jspecify.annotations.NullMarked;
