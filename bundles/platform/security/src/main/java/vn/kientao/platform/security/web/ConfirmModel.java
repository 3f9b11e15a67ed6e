package vn.kientao.platform.security.web;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * The page that asks for a fresh proof.
 *
 * @param words the texts of this room, whichever room's page was asked for
 * @param action where the form goes: the page itself, or what the reader was about to do
 * @param kept the fields of the form that the reader had sent, to go along with the proof
 * @param byFactor whether a second factor is asked for, and not the password
 */
public record ConfirmModel(
        Page page,
        Texts words,
        String action,
        Map<String, List<String>> kept,
        String login,
        boolean byFactor,
        boolean hasPasskeys,
        PasskeyRequest passkey,
        FormErrors errors) {}
