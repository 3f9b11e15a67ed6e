/** Pages and REST of forms and of the dictionary. */
@NullMarked
package vn.kientao.reform.procedures.web.formbuilder;

import org.jspecify.annotations.NullMarked;
