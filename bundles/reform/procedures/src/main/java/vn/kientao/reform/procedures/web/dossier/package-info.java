/**
 * The doors of the one-stop desk: pages for receiving and following dossiers, the public tracking page, and the same for
 * programs. They read what was typed, ask {@code app}, and choose a template; they decide nothing.
 */
@NullMarked
package vn.kientao.reform.procedures.web.dossier;

import org.jspecify.annotations.NullMarked;
