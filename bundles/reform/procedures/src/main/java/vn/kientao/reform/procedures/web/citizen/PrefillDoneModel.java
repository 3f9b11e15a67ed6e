package vn.kientao.reform.procedures.web.citizen;

import vn.kientao.platform.api.web.Page;

/**
 * What somebody takes along to the desk.
 *
 * @param qr the code as a QR code, as SVG
 * @param until the last day on which the form can be opened
 * @param files how many scans go with it
 */
public record PrefillDoneModel(Page page, String procedure, String code, String qr, String until, int files) {}
