/** Pages on which citizens rate a dossier, and on which an agency reads what they said. */
@NullMarked
package vn.kientao.reform.procedures.web.rating;

import org.jspecify.annotations.NullMarked;
