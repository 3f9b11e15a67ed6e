/** The platform's own pages for everybody: home, an agency's home, choice of agency, help, accessibility statement. */
@NullMarked
package vn.kientao.platform.web.home;

import org.jspecify.annotations.NullMarked;
