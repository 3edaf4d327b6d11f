package io.traject.web.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * A request whose body has been looked at and can still be read.
 *
 * @param fingerprint SHA-256 of what makes the request this one: method, address, and the body. Of a multipart body the parts
 *     count and not their boundary, which a client makes anew for a repeat.
 */
record RepeatableRequest(HttpServletRequest request, byte[] fingerprint) {

    /** Larger bodies come as multipart, which the container keeps on disk. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final MultipartResolver MULTIPART = new StandardServletMultipartResolver();

    static RepeatableRequest of(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest digest = sha256();
        try (var hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            text(hashed, request.getMethod());
            text(hashed, request.getRequestURI());
            text(hashed, request.getQueryString());
            if (MULTIPART.isMultipart(request)) {
                // Reads it all, and says so when it is too large.
                MULTIPART.resolveMultipart(request);
                for (Part part : request.getParts()) {
                    text(hashed, part.getName());
                    text(hashed, part.getSubmittedFileName());
                    text(hashed, String.valueOf(part.getSize()));
                    try (InputStream content = part.getInputStream()) {
                        content.transferTo(hashed);
                    }
                }
                return new RepeatableRequest(request, digest.digest());
            }
            byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new RequestProblemException(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            }
            hashed.write(body);
            return new RepeatableRequest(new Buffered(request, body), digest.digest());
        }
    }

    private static void text(OutputStream hashed, @Nullable String text) throws IOException {
        hashed.write(Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8));
        hashed.write(0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Buffered extends HttpServletRequestWrapper {

        private final byte[] body;

        Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BodyStream(new ByteArrayInputStream(body));
        }
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream body;

        BodyStream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return body.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read at once, never awaited");
        }
    }
}
