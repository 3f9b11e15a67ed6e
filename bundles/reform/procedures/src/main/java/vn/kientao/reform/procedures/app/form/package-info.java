/** Building forms and finding what they ask alike. */
@NullMarked
package vn.kientao.reform.procedures.app.form;

import org.jspecify.annotations.NullMarked;
