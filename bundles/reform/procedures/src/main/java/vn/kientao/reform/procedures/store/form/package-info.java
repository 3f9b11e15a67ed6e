/** The tables of forms, {@code procedures.form_…} and {@code procedures.dictionary_field}. */
@NullMarked
package vn.kientao.reform.procedures.store.form;

import org.jspecify.annotations.NullMarked;
