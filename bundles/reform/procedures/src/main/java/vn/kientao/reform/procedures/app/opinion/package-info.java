/** Brings requests for opinions to the agency that is asked, and its answers back into the dossier. */
@NullMarked
package vn.kientao.reform.procedures.app.opinion;

import org.jspecify.annotations.NullMarked;
