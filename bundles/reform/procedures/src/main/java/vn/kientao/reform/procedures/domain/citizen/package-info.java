/** What citizens hold in their hands: codes that nobody else knows, and forms filled in at home. */
@NullMarked
package vn.kientao.reform.procedures.domain.citizen;

import org.jspecify.annotations.NullMarked;
