package vn.kientao.platform.web.http;

/** What every answer tells the browser to refuse, errors and assets included. */
public final class SecurityHeaders {
    private static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    private SecurityHeaders() {}

    public static void write(Exchange exchange) {
        exchange.setHeader("Content-Security-Policy", CONTENT);
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("X-Frame-Options", "DENY");
        exchange.setHeader("Referrer-Policy", "same-origin");
        exchange.setHeader("Permissions-Policy", PERMISSIONS);
        exchange.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        exchange.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (exchange.origin().secure()) {
            exchange.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** For files to be saved: should a browser show one all the same, it stands alone and runs nothing. */
    public static void sandbox(Exchange exchange) {
        exchange.setHeader("Content-Security-Policy", CONTENT + "; sandbox");
    }
}
