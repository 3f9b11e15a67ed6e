package vn.kientao.itests.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Puts another ID token into the answer of the provider's token endpoint; at first, the one that is there. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TokenTamper extends OncePerRequestFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile UnaryOperator<String> alter = UnaryOperator.identity();
    private volatile String verifier = "";

    void alter(UnaryOperator<String> token) {
        alter = token;
    }

    /** The code verifier of the last request for a token. */
    String verifier() {
        return verifier;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/oauth2/token");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        verifier = String.valueOf(request.getParameter("code_verifier"));
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        byte[] body = held.getContentAsByteArray();
        if (held.getStatus() == 200) {
            ObjectNode answer = (ObjectNode) JSON.readTree(body);
            answer.put("id_token", alter.apply(answer.path("id_token").asText()));
            body = JSON.writeValueAsBytes(answer);
        }
        held.resetBuffer();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
