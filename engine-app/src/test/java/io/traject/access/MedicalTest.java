package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MedicalTest {

    private static final Medical<String> NOTE = Medical.of("Back pain");

    /** What a careless page or interface could hand out. */
    private record Careless(String name, Medical<String> note) {}

    @Test
    void shouldStayOutOfJson() {
        JsonMapper json = new JsonMapper();

        assertThat(json.writeValueAsString(new Careless("An", NOTE))).isEqualTo("{\"name\":\"An\"}");
        assertThat(json.writeValueAsString(Map.of("note", NOTE, "notes", List.of(Optional.of(NOTE)))))
                .doesNotContain("pain");
    }

    @Test
    void shouldBeMaskedInTexts() {
        assertThat("" + NOTE).isEqualTo("(medical)").isEqualTo("" + Medical.nothing());
        assertThat(new Careless("An", NOTE).toString()).doesNotContain("pain");
    }

    /** The door that asks for the permission is the only one. */
    @Test
    void shouldHaveNoOtherDoor() {
        assertThat(Arrays.stream(Medical.class.getDeclaredMethods())
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())))
                .extracting(method -> method.getName())
                .containsExactlyInAnyOrder("reveal", "equals", "hashCode", "toString");
        assertThat(Medical.class.getFields()).isEmpty();
    }
}
