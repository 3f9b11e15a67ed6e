/** Quality of the settlement of procedures: computing, entering what no event says, publishing (Circular 01/2018/TT-VPCP). */
@NullMarked
package vn.kientao.reform.procedures.app.quality;

import org.jspecify.annotations.NullMarked;
