/** Quality of the settlement of procedures: pages of staff, the public page, open data. */
@NullMarked
package vn.kientao.reform.procedures.web.quality;

import org.jspecify.annotations.NullMarked;
