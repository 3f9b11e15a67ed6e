/** Keeps files of papers, their content apart from what lists show. */
@NullMarked
package vn.kientao.reform.procedures.store.attachment;

import org.jspecify.annotations.NullMarked;
