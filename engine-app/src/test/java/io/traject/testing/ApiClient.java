package io.traject.testing;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the REST interface as the demo API account. */
public final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int STEP_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final Function<String, URI> address;

    private ApiClient(Function<String, URI> address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Signs in with the demo credentials of a data folder. */
    public static ApiClient signIn(Function<String, URI> address, Path home) throws Exception {
        JsonNode account = JSON.readTree(Files.readString(home.resolve("demo-credentials.json")))
                .get("apiAccounts")
                .get(0);
        String code = new DefaultCodeGenerator()
                .generate(account.get("totpSecret").asString(), Instant.now().getEpochSecond() / STEP_SECONDS);
        String form = "grant_type=password&username=%s&password=%s"
                .formatted(
                        account.get("username").asString(),
                        URLEncoder.encode(account.get("token").asString() + code, StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(address.apply("/services/api/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            return new ApiClient(
                    address, JSON.readTree(answer.body()).get("access_token").asString());
        }
    }

    /** The same account after the application has moved to another port; tokens outlive a restart. */
    public ApiClient at(Function<String, URI> newAddress) {
        return new ApiClient(newAddress, token);
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(http.send(request(path).build(), BodyHandlers.ofString()));
    }

    public byte[] download(String path) throws IOException, InterruptedException {
        var answer = http.send(request(path).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /** @param body JSON; empty for none */
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** @param idempotencyKey by which a repeat is recognised */
    public JsonNode post(String path, String body, String idempotencyKey) throws IOException, InterruptedException {
        return json(answerTo(path, body, idempotencyKey));
    }

    /** The answer as it came, a refusal too. */
    public HttpResponse<String> answerTo(String path, String body, String idempotencyKey)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        String boundary = "----traject";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return json(http.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.apply(path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    answer.request().uri() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
