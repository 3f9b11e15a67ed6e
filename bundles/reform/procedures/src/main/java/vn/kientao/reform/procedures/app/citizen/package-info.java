/** What citizens do on their own: forms filled in at home, kept for a week and sealed. */
@NullMarked
package vn.kientao.reform.procedures.app.citizen;

import org.jspecify.annotations.NullMarked;
