package io.traject.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Things to be made and refused, for the tests of the manners of REST. */
@Hidden
@RestController
@RequestMapping("/api/v1/testing")
class TestingApi {

    private final JdbcClient database;
    private final Authorization authorization;

    TestingApi(JdbcClient database, Authorization authorization) {
        this.database = database;
        this.authorization = authorization;
        database.sql("create table if not exists testing_thing (id uuid primary key, name text not null)")
                .update();
    }

    record NewThing(@NotBlank String name) {}

    record Thing(UUID id, String name) {}

    @PostMapping("/things")
    @Transactional
    public ResponseEntity<Thing> create(@Valid @RequestBody NewThing wanted) {
        return created(wanted.name());
    }

    @PostMapping("/files")
    @Transactional
    public ResponseEntity<Thing> upload(@RequestParam MultipartFile file) throws IOException {
        return created(file.getOriginalFilename() + ":" + file.getBytes().length);
    }

    /** Makes the thing and then refuses it. */
    @PostMapping("/refused-things")
    @Transactional
    public ResponseEntity<Thing> createAndRefuse(@RequestBody NewThing wanted) {
        created(wanted.name());
        throw new RefusedException(Refusal.of("username-taken", "x"));
    }

    @GetMapping("/things/{id}")
    Thing get(@PathVariable UUID id) {
        return new Thing(id, "");
    }

    @GetMapping("/things")
    ItemPage<String> list(PageQuery query) {
        return ItemPage.of(List.of(), query, 10_001);
    }

    @GetMapping("/fault")
    void fail() {
        throw new IllegalStateException("the password of the database is welkom123");
    }

    @GetMapping("/forbidden")
    void forbidden() {
        authorization.require(Permission.ADMINISTRATION);
    }

    private ResponseEntity<Thing> created(String name) {
        var thing = new Thing(UUID.randomUUID(), name);
        database.sql("insert into testing_thing values (?, ?)")
                .params(thing.id(), name)
                .update();
        return ResponseEntity.created(URI.create("/api/v1/testing/things/" + thing.id()))
                .eTag(EntityTags.of(0))
                .body(thing);
    }
}
