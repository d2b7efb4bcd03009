package photoset.api.problem;

import org.springframework.http.HttpStatus;

/** Everything that a call can be refused for: the code is the enum's name, the status and the sentence stand here once. */
public enum Problem {
    VALIDATION_FAILED(HttpStatus.BAD_REQUEST, "The request is not valid; details name every broken field."),
    ITEM_LIMIT(HttpStatus.BAD_REQUEST, "The plan allows fewer photos in one job."),
    INVALID_PRESET(HttpStatus.BAD_REQUEST, "There is no such preset; GET /presets lists them."),
    AUTH_REQUIRED(HttpStatus.UNAUTHORIZED, "Send a token: Authorization: Bearer <token>. POST /auth/anon gives one."),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "The token has expired; POST /auth/refresh takes it for 30 days more."),
    TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "The token is not valid here; get a new one."),
    INSUFFICIENT_CREDITS(HttpStatus.PAYMENT_REQUIRED, "The account has too few credits."),
    RULE_SLOT_LIMIT(HttpStatus.FORBIDDEN, "Every rule slot of the plan is in use; delete a rule first."),
    CALLBACK_UNAUTHORIZED(HttpStatus.FORBIDDEN, "The callback secret is missing or wrong."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "The token does not allow this call."),
    JOB_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such job."),
    RULE_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such rule."),
    PRESET_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such preset; GET /presets lists them."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot be given in an accepted media type."),
    INVALID_TRANSITION(HttpStatus.CONFLICT, "The job's state does not allow this call."),
    ALREADY_CANCELED(HttpStatus.CONFLICT, "The job is canceled already."),
    IDEMPOTENCY_CONFLICT(HttpStatus.CONFLICT, "This Idempotency-Key was used for another request."),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The request body took too long to arrive; send it again."),
    ALREADY_GRANTED(
            HttpStatus.CONFLICT,
            "This reason has granted credits to this user before; nothing was changed. Name another."),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON: Content-Type: application/json."),
    UPLOAD_INCOMPLETE(HttpStatus.UNPROCESSABLE_CONTENT, "Photos are missing; upload them, then confirm again."),
    UNKNOWN_CONCEPT(HttpStatus.UNPROCESSABLE_CONTENT, "The preset or the segmenter has no such concept."),
    UNSUPPORTED_BY_SEGMENTER(HttpStatus.UNPROCESSABLE_CONTENT, "The segmenter cannot do this."),
    CONCURRENCY_LIMIT(HttpStatus.TOO_MANY_REQUESTS, "The plan allows fewer jobs at a time; wait or cancel one."),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; try again later."),
    INTERNAL_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here. Try again; if it stays, report the id."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "A part of the service is away. Try again later.");

    private final HttpStatus status;
    private final String sentence;

    Problem(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public HttpStatus status() {
        return status;
    }

    /** What a person reads when nothing more exact can be said. */
    public String sentence() {
        return sentence;
    }
}
