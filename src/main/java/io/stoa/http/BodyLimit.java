package io.stoa.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies of more than {@value #BYTES_MAX} bytes, and pictures of goods of more than {@value #PICTURE_MAX}: by their announced length at once, in chunks when it is passed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    static final int BYTES_MAX = 1 << 20;
    static final int PICTURE_MAX = 7 << 20;

    static ProblemDetail problem() {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "A body may have 1 MB, a picture of goods 6 MB. Send less in one request.",
                Map.of("limit", BYTES_MAX));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit(request)) {
            refuse(request, response);
        } else if (request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Counted(request, limit(request)), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static int limit(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/pictures") ? PICTURE_MAX : BYTES_MAX;
    }

    /** A page has words of its own for it, beside nothing but the way back. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Doors.isApi(request.getRequestURI())) {
            Problems.write(problem(), response);
        } else {
            request.setAttribute(ErrorPage.PROBLEM, problem());
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    /** The body went past the limit while it was read. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("Body too large");
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {
        private final int limit;

        Counted(HttpServletRequest request, int limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final int limit;
        private long read;

        CountedStream(ServletInputStream body, int limit) {
            this.body = body;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = body.read(buffer, offset, length);
            count(got);
            return got;
        }

        private void count(int got) throws TooLarge {
            read += Math.max(got, 0);
            if (read > limit) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
