/**
 * What citizens do on their own before and after they come to the desk: count a due date, fill a form in at home, find
 * procedures by what happens in their life.
 */
@NullMarked
package vn.kientao.reform.procedures.web.citizen;

import org.jspecify.annotations.NullMarked;
