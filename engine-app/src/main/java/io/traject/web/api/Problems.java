package io.traject.web.api;

import io.traject.kernel.NotFoundException;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.web.CorrelationId;
import io.traject.web.api.Problem.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong under {@code /api} and {@code /services} into a {@link Problem} that tells no secrets. */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final Set<String> unprocessable;

    Problems(
            MessageSource messages,
            LocaleResolver locales,
            JsonMapper json,
            ObjectProvider<UnprocessableRefusals> unprocessable) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
        this.unprocessable = unprocessable.stream()
                .flatMap(refusals -> refusals.codes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether errors of this request are answered as problems; all others get a page. */
    public static boolean concern(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/services/");
    }

    /** Answers the fault; one that nobody foresaw goes into the log, and the caller gets its reference only. */
    public void answer(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (fault) {
            case RefusedException refused -> refuse(refused.refusal(), request, response);
            case NotFoundException ignored -> answer(HttpStatus.NOT_FOUND, request, response);
            case RequestProblemException problem ->
                answer(problem.status(), problem.code(), problem.arguments(), List.of(), request, response);
            case MethodArgumentTypeMismatchException mismatch ->
                answer(isInPath(mismatch) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, request, response);
            case MethodArgumentNotValidException invalid -> invalid(fields(invalid, request), request, response);
            case BindException invalid -> invalid(fields(invalid, request), request, response);
            case HandlerMethodValidationException invalid -> invalid(fields(invalid, request), request, response);
            case ConstraintViolationException invalid -> invalid(fields(invalid), request, response);
            case OptimisticLockingFailureException ignored ->
                answer(
                        request.getHeader(HttpHeaders.IF_MATCH) == null
                                ? HttpStatus.CONFLICT
                                : HttpStatus.PRECONDITION_FAILED,
                        request,
                        response);
            case MaxUploadSizeExceededException ignored -> answer(HttpStatus.CONTENT_TOO_LARGE, request, response);
            case HttpMessageNotReadableException ignored -> answer(HttpStatus.BAD_REQUEST, request, response);
            case RequestRejectedException ignored -> answer(HttpStatus.BAD_REQUEST, request, response);
            case MissingPathVariableException ignored -> unforeseen(fault, request, response);
            case ErrorResponse known -> {
                known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
                answer(known.getStatusCode(), request, response);
            }
            default -> unforeseen(fault, request, response);
        }
    }

    /** Answers with the problem that every status has; its code is the status's name. */
    public void answer(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpStatus known = HttpStatus.resolve(status.value());
        HttpStatus named = known != null ? known : HttpStatus.INTERNAL_SERVER_ERROR;
        answer(named, code(named), List.of(), List.of(), request, response);
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status =
                unprocessable.contains(refusal.code()) ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        Locale language = locales.resolveLocale(request);
        String reason =
                messages.getMessage(refusal.messageKey(), refusal.arguments().toArray(), refusal.code(), language);
        String title = text("api.problem.refused.title", List.of(), language);
        write(
                new Problem(
                        Problem.type(refusal.code()),
                        title,
                        status.value(),
                        reason == null ? title : reason,
                        request.getRequestURI(),
                        CorrelationId.of(request),
                        List.of()),
                response);
    }

    private void invalid(List<FieldProblem> errors, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", List.of(), errors, request, response);
    }

    private void unforeseen(Throwable fault, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.error("Request failed: {} {}", request.getMethod(), request.getRequestURI(), fault);
        answer(HttpStatus.INTERNAL_SERVER_ERROR, request, response);
    }

    private void answer(
            HttpStatus status,
            String code,
            List<Object> arguments,
            List<FieldProblem> errors,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Locale language = locales.resolveLocale(request);
        write(
                new Problem(
                        Problem.type(code),
                        text("api.problem." + code + ".title", arguments, language),
                        status.value(),
                        text("api.problem." + code + ".detail", arguments, language),
                        request.getRequestURI(),
                        CorrelationId.of(request),
                        errors),
                response);
    }

    private void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private String text(String key, List<Object> arguments, Locale language) {
        return messages.getMessage(key, arguments.toArray(), language);
    }

    /** The codes of HTTP statuses are their names, but for those that programs ask for most. */
    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "malformed";
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONFLICT, PRECONDITION_FAILED -> "changed-meanwhile";
            case PRECONDITION_REQUIRED -> "if-match-required";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case UNPROCESSABLE_CONTENT -> "invalid";
            case TOO_MANY_REQUESTS -> "too-many-requests";
            default -> status.is4xxClientError() ? "malformed" : "internal";
        };
    }

    /** An id that can't be one names nothing. */
    private static boolean isInPath(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    private List<FieldProblem> fields(Errors invalid, HttpServletRequest request) {
        Locale language = locales.resolveLocale(request);
        return invalid.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? field.getField() : "",
                        code(error),
                        messages.getMessage(error, language)))
                .toList();
    }

    private List<FieldProblem> fields(HandlerMethodValidationException invalid, HttpServletRequest request) {
        Locale language = locales.resolveLocale(request);
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                Stream.of(error.getCodes() == null ? new String[0] : error.getCodes())
                                        .reduce((first, last) -> last)
                                        .orElse("invalid"),
                                messages.getMessage(error, language))))
                .toList();
    }

    private static List<FieldProblem> fields(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation -> new FieldProblem(
                        violation.getPropertyPath().toString(),
                        violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName(),
                        violation.getMessage()))
                .toList();
    }

    private static String code(ObjectError error) {
        String code = error.getCode();
        return code == null ? "invalid" : code;
    }
}
